import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SecurityLog, Settings } from '@modex/api-core';
import { isStaff } from '@modex/domain';
import { User } from '../user';
import { Visitor } from '../visitor';

/** Who failed to sign in: an account, or an e-mail that belongs to nobody. */
export interface FailedSignIn {
  readonly email: string;
  readonly user: User | undefined;
  readonly visitor: Visitor;
  /** From now on somebody has to wait. */
  readonly isLockedOut: boolean;
}

/** Writes sign-ins down for the operator. */
@Injectable()
export class SignInRecord {
  constructor(
    private readonly log: SecurityLog,
    private readonly settings: Settings,
  ) {}

  signedIn({ id, role }: User, { address, device }: Visitor): void {
    this.log.record(isStaff(role) ? 'admin-signed-in' : 'signed-in', { userId: id, address, device });
  }

  failed({ email, user, visitor, isLockedOut }: FailedSignIn): void {
    const who = user === undefined ? { unknownEmail: this.digest(email) } : { userId: user.id };
    const facts = { ...who, address: visitor.address };
    this.log.record('sign-in-failed', facts);
    if (isLockedOut) this.log.record('locked-out', facts);
  }

  private digest(email: string): string {
    const hash = createHmac('sha256', this.settings.sessionSecret).update(`e-mail ${email}`).digest('base64url');
    return hash.slice(0, 16);
  }
}
