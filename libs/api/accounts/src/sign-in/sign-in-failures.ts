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
 * Slows down guessing without locking anybody out because of strangers: for a browser that has signed in before only its
 * own count matters. Every answer comes at once and says how long to wait.
 */
@Injectable()
export class SignInFailures {
  constructor(private readonly counts: FailureCounts) {}

  /** Before a password is looked at. @throws DomainError `too-many-requests` */
  async admit(attempt: Attempt): Promise<void> {
    const waits = await Promise.all(keysOf(attempt).map((key) => this.counts.insist(key)));
    refuseUntil(Math.max(...waits));
  }

  /** Checks again when the password's turn has come, since others may have failed meanwhile. @throws `too-many-requests` */
  async readmit(attempt: Attempt): Promise<void> {
    const waits = await Promise.all(keysOf(attempt).map((key) => this.counts.waitOf(key)));
    refuseUntil(Math.max(...waits));
  }

  /**
   * Counts a wrong password.
   * @returns whether somebody has to wait from now on
   * @throws DomainError `too-many-requests` when another wrong password, compared at the same time, has begun a wait
   */
  async count(attempt: Attempt): Promise<boolean> {
    const counted = await Promise.all(keysOf(attempt).map((key) => this.counts.add(key)));
    refuseUntil(Math.max(...counted.map(({ before }) => before)));
    return counted.some(({ after }) => after > 0);
  }

  /** Call after a right password: forgets the wrong ones that its owner typed. Those of others at the same address stay. */
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
