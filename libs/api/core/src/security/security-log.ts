import { Injectable, Logger } from '@nestjs/common';

/**
 * The security events and their log levels: routine events of customers as `log`, events that deserve attention as `warn`,
 * which is shown by default.
 */
export const SECURITY_EVENTS = {
  'guest-made': 'log',
  registered: 'log',
  'signed-in': 'log',
  'admin-signed-in': 'warn',
  'sign-in-failed': 'warn',
  'locked-out': 'warn',
  refused: 'warn',
  'password-changed': 'warn',
  'email-proved': 'log',
  'email-changed': 'warn',
  'role-changed': 'warn',
  invited: 'warn',
  'invitation-withdrawn': 'log',
  'session-ended': 'log',
  'sessions-ended': 'warn',
  'booking-cancelled': 'log',
  'hold-ended': 'log',
  'show-cancelled': 'warn',
  'uncollected-released': 'warn',
} as const satisfies Readonly<Record<string, 'log' | 'warn'>>;

export type SecurityEvent = keyof typeof SECURITY_EVENTS;

/** Ids and plain words alone: never a password, a token, a name or an e-mail. */
export interface SecurityFacts {
  /** Who did it. */
  readonly userId?: string | undefined;
  /** To whom, where that is somebody else. */
  readonly ofUserId?: string | undefined;
  /** A keyed digest of an e-mail that belongs to nobody: the same for the same one. */
  readonly unknownEmail?: string | undefined;
  readonly role?: string | undefined;
  /** The browser or program, in plain words. */
  readonly device?: string | undefined;
  readonly address?: string | undefined;
  /** The route as the contract names it, without what a request puts into it. */
  readonly route?: string | undefined;
  readonly bookingId?: string | undefined;
  readonly showId?: string | undefined;
  readonly code?: string | undefined;
  readonly count?: number | undefined;
  readonly requestId?: string | undefined;
}

/** One line of JSON for each event, under the name `Security`. */
@Injectable()
export class SecurityLog {
  private readonly logger = new Logger('Security');

  record(event: SecurityEvent, facts: SecurityFacts): void {
    this.logger[SECURITY_EVENTS[event]](JSON.stringify({ event, ...facts }));
  }
}
