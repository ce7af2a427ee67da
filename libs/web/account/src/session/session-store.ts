import { computed, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  Api,
  ClientProblem,
  continueAsGuest,
  endSessions,
  getMe,
  GuestDto,
  isRefusedAs,
  login,
  LoginDto,
  logout,
  register,
  RegisterDto,
  SessionResponse,
} from '@modex/web-api-client';
import { isStaff } from '@modex/domain';
import { Subject } from 'rxjs';
import { Cookies } from './cookies';
import { SessionEnd } from './session-end';
import { SessionMark } from './session-mark';
import { User } from './user';

/** Runs a change of the session's person, and what has to happen before and after. */
export type AroundChange = <T>(change: () => Promise<T>) => Promise<T>;

/**
 * Who is signed in. The session itself is a cookie that no script can read; this store only knows whose it is. If somebody
 * has signed in with this browser before, the API is asked at once; otherwise only when a page needs to know.
 */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly api = inject(Api);
  private readonly current = signal<User | undefined>(undefined);
  private readonly answered = signal(false);
  private readonly cookies = inject(Cookies);
  private readonly mark = inject(SessionMark);
  private readonly sessionEnd = inject(SessionEnd);
  private readonly endings = new Subject<void>();
  private looking: Promise<User | undefined> | undefined;
  /** True once the API has said who is signed in. */
  private certain = false;
  private comingIn: Promise<User> | undefined;
  private aroundChange: AroundChange = (change) => change();
  /** A sign-in under way, even if its dialog was closed meanwhile. */
  private entering: Promise<User> | undefined;

  /** Whose session it is; also an anonymous guest, who has said no name yet. */
  readonly person = this.current.asReadonly();
  /** Who is signed in; undefined for nobody and for an anonymous guest, and until `ready`. */
  readonly user = computed(() => (this.person()?.name === '' ? undefined : this.person()));
  /** Whether the user who is signed in works for the venue. */
  readonly isStaff = computed(() => {
    const role = this.user()?.role;
    return role !== undefined && isStaff(role);
  });
  /** False while the API is being asked who is signed in. */
  readonly ready = this.answered.asReadonly();
  /** Emits when the session of the user who was signed in has ended at the API. */
  readonly ended = this.endings.asObservable();

  constructor() {
    this.sessionEnd.news.pipe(takeUntilDestroyed()).subscribe(() => this.end());
    this.mark.changes.pipe(takeUntilDestroyed()).subscribe((userId) => this.follow(userId));
    if (this.mark.isSet()) void this.look();
    else this.answered.set(true);
  }

  /** Who is signed in; asks the API if that is not known yet. Pages that need a user call this first. */
  async look(): Promise<User | undefined> {
    if (this.certain) return this.user();
    if (this.looking) return this.looking;
    const asked = this.ask().finally(() => {
      if (this.looking === asked) this.looking = undefined;
    });
    this.looking = asked;
    return asked;
  }

  /** Who is signed in after any sign-in that is under way. The door calls this before it opens. */
  async settled(): Promise<User | undefined> {
    await this.entering?.catch(() => undefined);
    return this.user() ?? this.look();
  }

  /** @throws what the call threw: read it with `readProblem` */
  async continueAsGuest(body: GuestDto): Promise<User> {
    return this.enter(() => this.api.invoke(continueAsGuest, { body }));
  }

  /** @throws what the call threw: read it with `readProblem` */
  async signIn(body: LoginDto): Promise<User> {
    return this.signInBy(() => this.api.invoke(login, { body }));
  }

  /** By another call that signs in, such as one with a link from a mail. @throws what the call threw: see `readProblem` */
  async signInBy(call: () => Promise<SessionResponse>): Promise<User> {
    return this.aroundChange(() => this.enter(call));
  }

  /** Creates an account; a guest who is signed in keeps the bookings. @throws what the call threw: see `readProblem` */
  async register(body: RegisterDto): Promise<User> {
    return this.enter(() => this.api.invoke(register, { body }));
  }

  /** Ends the session. @throws what the call threw; the user is then still signed in */
  async signOut(): Promise<void> {
    await this.aroundChange(() => this.api.invoke(logout));
    this.know(undefined);
  }

  /** Ends every session of the account. @throws what the call threw; the user is then still signed in */
  async signOutEverywhere(): Promise<void> {
    await this.aroundChange(() => this.api.invoke(endSessions, { scope: 'all' }));
    this.know(undefined);
  }

  /** Whoever is signed in; if nobody is, an anonymous guest comes in. @throws what the call threw: see `readProblem` */
  async someone(): Promise<User> {
    this.comingIn ??= this.findSomeone().finally(() => (this.comingIn = undefined));
    return this.comingIn;
  }

  /** The anonymous guest has said a name and an e-mail, and the API knows them. */
  learnName(name: string, email: string): void {
    const person = this.person();
    if (person?.name === '') this.know({ ...person, name, email });
  }

  /** The API says more of somebody; what is known of whoever is signed in changes if it is the same person. */
  learn(user: User): void {
    if (this.person()?.userId === user.userId) this.know(user);
  }

  /**
   * What belongs to the session's person has to be given back before somebody else takes the session over, or nobody:
   * `around` runs the change. Returns what ends that.
   */
  beforeChanges(around: AroundChange): () => void {
    this.aroundChange = around;
    return () => (this.aroundChange = (change) => change());
  }

  private async findSomeone(): Promise<User> {
    await this.entering?.catch(() => undefined);
    await this.looking;
    return this.person() ?? this.enter(() => this.api.invoke(continueAsGuest, { body: {} }));
  }

  /** One sign-in at a time: the answer of a second one would replace the cookie of the first. */
  private async enter(signIn: () => Promise<SessionResponse>): Promise<User> {
    await this.entering?.catch(() => undefined);
    this.entering = this.comeIn(signIn).finally(() => (this.entering = undefined));
    return this.entering;
  }

  /** Fails the sign-in when the browser refuses cookies, before an account is made for nothing. */
  private async comeIn(signIn: () => Promise<SessionResponse>): Promise<User> {
    if (!this.cookies.areAccepted()) throw new ClientProblem('cookies-refused');
    const { user } = await signIn();
    const found = this.cookies.areProven() ? undefined : await this.askWho();
    if (found && !found.user) {
      this.cookies.learn('refused');
      throw new ClientProblem('cookies-refused');
    }
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
   * Asks the API who is signed in; "nobody" is a normal answer. When the API does not answer, it is asked again before the
   * next sign-in. If somebody signed in or out meanwhile, this answer is dropped.
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
      const answer = await this.api.invoke(getMe);
      this.cookies.learn('kept');
      return answer;
    } catch (error) {
      return isRefusedAs('unauthenticated', error) ? { user: undefined } : undefined;
    }
  }

  /** Somebody signed in or out in another tab, which shares the cookie with this one. */
  private follow(userId: string | undefined): void {
    this.sessionEnd.session++;
    this.looking = undefined;
    this.certain = userId === undefined;
    if (this.person()?.userId !== userId) this.current.set(undefined);
    if (this.certain) this.answered.set(true);
    else void this.look();
  }

  private end(): void {
    if (!this.person()) return;
    const wasNamed = this.user() !== undefined;
    this.know(undefined);
    if (wasNamed) this.endings.next();
  }
}
