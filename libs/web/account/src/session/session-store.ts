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
import { SessionMark } from './session-mark';
import { SignInReason, SignInRequest } from './sign-in-reason';

/** Somebody with a session: a guest (name and e-mail), a registered customer, or an admin. */
export type User = UserResponse;

/**
 * Who is signed in. The session itself is a cookie that no script can read; this only knows whose it is. The API is
 * asked at once where somebody signed in before; otherwise not before something needs to know.
 */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  private readonly current = signal<User | undefined>(undefined);
  private readonly answered = signal(false);
  private readonly mark = inject(SessionMark);
  private readonly sessionEnd = inject(SessionEnd);
  private looking: Promise<User | undefined> | undefined;
  /** True once the API has said who is signed in. */
  private certain = false;
  private asking: Promise<User | undefined> | undefined;

  /** Who is signed in; undefined for nobody, and until `ready`. */
  readonly user = this.current.asReadonly();
  /** False while the API is being asked who is signed in. */
  readonly ready = this.answered.asReadonly();

  constructor() {
    this.sessionEnd.news.pipe(takeUntilDestroyed()).subscribe(() => this.end());
    this.mark.changes.pipe(takeUntilDestroyed()).subscribe((userId) => this.follow(userId));
    if (this.mark.isSet()) void this.look();
    else this.answered.set(true);
  }

  /** Who is signed in; asks the API unless it has said so. Pages that are for somebody ask this first. */
  async look(): Promise<User | undefined> {
    if (this.certain) return this.user();
    if (this.looking) return this.looking;
    const asked = this.ask().finally(() => {
      if (this.looking === asked) this.looking = undefined;
    });
    this.looking = asked;
    return asked;
  }

  /**
   * The user, at once when somebody is signed in; otherwise opens the account dialog and resolves with who came in
   * through it, or undefined when it was dismissed. Calls while the dialog is open share it. `seats`: how many the caller
   * books with the answer; the dialog's buttons say so.
   */
  async signInThen(reason: SignInReason = 'account', seats = 0): Promise<User | undefined> {
    const known = this.user() ?? (await this.look());
    if (known) return known;
    this.asking ??= this.openDialog({ reason, seats }).finally(() => (this.asking = undefined));
    return this.asking;
  }

  /** Opens the dialog where a guest turns into an account and keeps the bookings; undefined when dismissed. */
  async createAccount(): Promise<User | undefined> {
    this.asking ??= this.openDialog({ reason: 'account', seats: 0 }).finally(() => (this.asking = undefined));
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
    this.know(undefined);
  }

  private enter({ user }: SessionResponse): User {
    this.know(user);
    return user;
  }

  private know(user: User | undefined): void {
    this.sessionEnd.session++;
    this.current.set(user);
    this.certain = true;
    this.answered.set(true);
    this.mark.set(user?.userId);
  }

  /**
   * Nobody signed in is a normal answer; a question that got no answer is put again before the next sign-in. Where more
   * was found out meanwhile, the newer answer is told.
   */
  private async ask(): Promise<User | undefined> {
    const { session } = this.sessionEnd;
    this.answered.set(false);
    const answer = await this.askWho();
    if (session !== this.sessionEnd.session) return this.look();
    if (answer) this.know(answer.user);
    this.answered.set(true);
    return this.user();
  }

  /** Undefined when no answer came. */
  private async askWho(): Promise<{ readonly user: User | undefined } | undefined> {
    try {
      return await this.api.invoke(getMe);
    } catch (error) {
      return readProblem(error).code === 'unauthenticated' ? { user: undefined } : undefined;
    }
  }

  /** Somebody signed in or out in another tab: the cookie is the same one here. */
  private follow(userId: string | undefined): void {
    this.sessionEnd.session++;
    this.looking = undefined;
    this.certain = userId === undefined;
    if (this.user()?.userId !== userId) this.current.set(undefined);
    if (this.certain) this.answered.set(true);
    else void this.look();
  }

  private end(): void {
    if (!this.user()) return;
    this.know(undefined);
    void this.tellEnd();
  }

  /** A caller that needs the session opens the dialog itself, which says the same: then no bar is shown. */
  private async tellEnd(): Promise<void> {
    const { SessionEndBar } = await import('./session-end-bar');
    if (this.asking || this.user()) return;
    if (await this.injector.get(SessionEndBar).tell()) await this.signInThen('ended');
  }

  private async openDialog(request: SignInRequest): Promise<User | undefined> {
    const { AccountDialogs } = await import('../dialog/account-dialogs');
    return this.injector.get(AccountDialogs).open(request);
  }
}
