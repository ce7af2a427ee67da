import { inject, Injectable, Injector, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  Api,
  continueAsGuest,
  getMe,
  GuestDto,
  login,
  LoginDto,
  logout,
  readProblem,
  register,
  RegisterDto,
  SessionResponse,
  UserResponse,
} from '@modex/web-api-client';
import { SessionEnd } from './session-end';
import { SignInReason } from './sign-in-reason';

/** Somebody with a session: a guest (name and e-mail), a registered customer, or an admin. */
export type User = UserResponse;

/** Who is signed in. The session itself is a cookie that no script can read; this only knows whose it is. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  private readonly current = signal<User | undefined>(undefined);
  private readonly answered = signal(false);
  private readonly unsure = signal(false);
  private asking: Promise<User | undefined> | undefined;

  /** Who is signed in; undefined for nobody, and until `ready`. */
  readonly user = this.current.asReadonly();
  /** True once the API has said who is signed in, or could not be asked. */
  readonly ready = this.answered.asReadonly();
  /** The same as a promise: resolves with who is signed in. */
  readonly whenReady: Promise<User | undefined>;

  constructor() {
    inject(SessionEnd)
      .news.pipe(takeUntilDestroyed())
      .subscribe(() => this.end());
    this.whenReady = this.look();
  }

  /**
   * The user, at once when somebody is signed in; otherwise opens the account dialog and resolves with who came in
   * through it, or undefined when it was dismissed. Calls while the dialog is open share it.
   */
  async signInThen(reason: SignInReason = 'account'): Promise<User | undefined> {
    const known = this.user() ?? (this.ready() && !this.unsure() ? undefined : await this.ask());
    if (known) return known;
    this.asking ??= this.openDialog(reason).finally(() => (this.asking = undefined));
    return this.asking;
  }

  /** Opens the dialog where a guest turns into an account and keeps the bookings; undefined when dismissed. */
  async createAccount(): Promise<User | undefined> {
    this.asking ??= this.openDialog('account').finally(() => (this.asking = undefined));
    return this.asking;
  }

  /** @throws what the call threw: read it with `readProblem` */
  async continueAsGuest(body: GuestDto): Promise<User> {
    return this.enter(await this.api.invoke(continueAsGuest, { body }));
  }

  /** @throws what the call threw: read it with `readProblem` */
  async signIn(body: LoginDto): Promise<User> {
    return this.enter(await this.api.invoke(login, { body }));
  }

  /** A guest who is signed in keeps the bookings. @throws what the call threw: read it with `readProblem` */
  async register(body: RegisterDto): Promise<User> {
    return this.enter(await this.api.invoke(register, { body }));
  }

  /** Ends the session. @throws what the call threw; the visitor is then still signed in */
  async signOut(): Promise<void> {
    await this.api.invoke(logout);
    this.current.set(undefined);
  }

  private enter({ user }: SessionResponse): User {
    this.current.set(user);
    this.answered.set(true);
    this.unsure.set(false);
    return user;
  }

  private async look(): Promise<User | undefined> {
    const user = await this.ask();
    this.answered.set(true);
    return user;
  }

  /** Nobody signed in is a normal answer; a question that got no answer is put again before the next sign-in. */
  private async ask(): Promise<User | undefined> {
    try {
      const { user } = await this.api.invoke(getMe);
      this.current.set(user);
      this.unsure.set(false);
    } catch (error) {
      this.unsure.set(readProblem(error).code !== 'unauthenticated');
    }
    return this.user();
  }

  private end(): void {
    if (!this.user()) return;
    this.current.set(undefined);
    void this.tellEnd();
  }

  /** A caller that needs the session opens the dialog itself, which says the same: then no bar is shown. */
  private async tellEnd(): Promise<void> {
    const { SessionEndBar } = await import('./session-end-bar');
    if (this.asking || this.user()) return;
    if (await this.injector.get(SessionEndBar).tell()) await this.signInThen('ended');
  }

  private async openDialog(reason: SignInReason): Promise<User | undefined> {
    const { AccountDialogs } = await import('../dialog/account-dialogs');
    return this.injector.get(AccountDialogs).open(reason);
  }
}
