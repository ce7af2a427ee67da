import { Injectable } from '@nestjs/common';
import { DatabaseWatchdog, invalid } from '@modex/api-core';
import { PASSWORD_WORDS, passwordFault, PasswordOwner } from '@modex/domain';
import { isCommonPassword } from './common-passwords';
import { FairQueue } from './fair-queue';
import { hashPassword, verifyPassword } from './password-hash';

/** A hash takes 40 ms of a core: two at once leave the rest of the machine to everybody else, 200 wait four seconds. */
const LIMITS = { atOnce: 2, waiting: 400, waitingOfOne: 200 } as const;

/** Passwords: whether one will do, and their hashes, made one after the other however many are asked for. */
@Injectable()
export class Passwords {
  private readonly queue = new FairQueue(LIMITS);
  /** A hash to compare with when the e-mail is unknown, so that the answer takes as long as for a known one. */
  private readonly decoy = hashPassword('nobody has this password');

  constructor(private readonly database: DatabaseWatchdog) {}

  /** @throws DomainError `validation-failed` naming `password` */
  async assertGood(password: string, owner: PasswordOwner): Promise<void> {
    const fault = passwordFault(password, owner) ?? ((await isCommonPassword(password)) ? 'common' : undefined);
    if (fault !== undefined) throw invalid([{ field: 'password', message: PASSWORD_WORDS[fault] }]);
  }

  /** @param asker who asks, such as an address @throws DomainError `overloaded` */
  hash(password: string, asker: string): Promise<string> {
    return this.wait(asker, () => hashPassword(password));
  }

  /**
   * Whether the password is the one that was hashed; takes as long where there is no hash.
   * @throws DomainError `overloaded`; what `turn` throws
   */
  verify(password: string, hash: string | undefined, { asker, turn }: Turn): Promise<boolean> {
    return this.wait(asker, async () => {
      await turn?.();
      const matches = await verifyPassword(password, hash ?? (await this.decoy));
      return matches && hash !== undefined;
    });
  }

  /** Tells the watchdog that requests that wait here are not waiting for the database. */
  private wait<T>(asker: string, work: () => Promise<T>): Promise<T> {
    return this.database.notWaiting(() => this.queue.run(asker, work));
  }
}

/** Who waits for a password to be compared. */
export interface Turn {
  /** Such as an address. */
  readonly asker: string;
  /** Called when the turn has come; when it throws, nothing is compared. */
  readonly turn?: () => Promise<void>;
}
