import { AccountService, AccountsModule, Invitations, SignInService } from '@modex/api-accounts';
import type { StaffRole } from '@modex/domain';
import * as core from './core';

/** A person with a session. */
export interface SignedInUser {
  readonly userId: string;
  readonly token: string;
}

/** Somebody who works for the venue, with a session. */
export interface TestMember extends SignedInUser {
  readonly email: string;
  readonly password: string;
}

const HERE = '127.0.0.1';

/** The people of a test. */
export class People {
  private guests = 0;
  private members = 0;

  constructor(private readonly api: core.CoreApi) {}

  /** A new guest. */
  async guest(): Promise<SignedInUser> {
    const name = `Guest ${++this.guests}`;
    const body = { name, email: `guest${this.guests}@example.org` };
    const { userId, token } = (await this.api.post('/api/auth/guest', { body })).body;
    return { userId, token };
  }

  /** A new guest who has not said a name and an e-mail. */
  async anonymousGuest(): Promise<SignedInUser> {
    const { userId, token } = (await this.api.post('/api/auth/guest', { body: {} })).body;
    return { userId, token };
  }

  /** The admin of the settings. */
  async admin(): Promise<SignedInUser> {
    const { email, password } = this.api.settings.admin;
    await this.api.find(AccountService).ensureAdmin(email, password);
    const { user, token } = await this.api.find(SignInService).login({ email, password }, { address: '127.0.0.1' });
    return { userId: user.id, token };
  }

  /** Somebody whom the admin invited, and who came. */
  async staff(role: StaffRole = 'OWNER'): Promise<TestMember> {
    const by = { ...(await this.admin()), address: HERE };
    const [email, password] = [`member${++this.members}@example.org`, 'the show must go on'];
    const invitations = this.api.find(Invitations);
    const { path } = await invitations.invite({ email, role }, by);
    await invitations.accept(path.split('#')[1] ?? '', { name: 'Grace', password }, HERE);
    const { user, token } = await this.api.find(SignInService).login({ email, password }, { address: HERE });
    return { userId: user.id, email, password, token };
  }
}

export class AccountsApi extends core.CoreApi {
  private readonly people = new People(this);

  guest = () => this.people.guest();
  anonymousGuest = () => this.people.anonymousGuest();
  admin = () => this.people.admin();
  staff = (role?: StaffRole) => this.people.staff(role);
}

export const ROOMS = [...core.ROOMS, AccountsModule];

export const startTestApi = core.startOf(AccountsApi, ROOMS);

export type TestApi = AccountsApi;
