import { Injectable } from '@nestjs/common';
import { tooManyRequests } from '@modex/api-core';
import { FailureCounts, FailureKey } from './failure-counts';

/** Somebody who tries a password. */
export interface Attempt {
  /** Key of the e-mail, whether there is an account or not. */
  readonly email: string;
  /** The network that it comes from. */
  readonly network: string;
  /** The browser, when it signed in to this account before. */
  readonly device: string | undefined;
}

/**
 * Slows down guessing, and keeps nobody out for what strangers do: a browser that signed in before is bound by its own
 * count alone. Every answer comes at once; who has to wait is told how long.
 */
@Injectable()
export class SignInFailures {
  constructor(private readonly counts: FailureCounts) {}

  /** Before a password is looked at. @throws DomainError `too-many-requests` */
  async admit(attempt: Attempt): Promise<void> {
    const waits = await Promise.all(keysOf(attempt).map((key) => this.counts.insist(key)));
    refuseUntil(Math.max(...waits));
  }

  /** Again when its turn has come: others may have failed meanwhile. @throws DomainError `too-many-requests` */
  async readmit(attempt: Attempt): Promise<void> {
    const waits = await Promise.all(keysOf(attempt).map((key) => this.counts.waitOf(key)));
    refuseUntil(Math.max(...waits));
  }

  /**
   * Counts a wrong password.
   * @returns whether somebody has to wait from now on
   * @throws DomainError `too-many-requests` when it was looked at together with one after which nobody may try
   */
  async count(attempt: Attempt): Promise<boolean> {
    const counted = await Promise.all(keysOf(attempt).map((key) => this.counts.add(key)));
    refuseUntil(Math.max(...counted.map(({ before }) => before)));
    return counted.some(({ after }) => after > 0);
  }

  /** A right password: the wrong ones before it were its owner's. Those of others of the same address stay. */
  async forgive({ email, network, device }: Attempt): Promise<void> {
    await this.counts.forget(pairOf(email, network));
    if (device !== undefined) await this.counts.forget({ kind: 'device', of: device });
  }
}

function keysOf({ email, network, device }: Attempt): readonly FailureKey[] {
  if (device !== undefined) return [{ kind: 'device', of: device }];
  return [pairOf(email, network), { kind: 'address', of: network }, { kind: 'email', of: email }];
}

function pairOf(email: string, network: string): FailureKey {
  return { kind: 'pair', of: `${network} ${email}` };
}

function refuseUntil(waitMs: number): void {
  if (waitMs > 0) throw tooManyRequests(Math.ceil(waitMs / 1000));
}
