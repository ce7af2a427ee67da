import { computed, DestroyRef, DOCUMENT, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { SessionStore } from '@modex/web-account';
import { BookingStatus, isWorthAskingAgain, Problem, problemOf, readProblem } from '@modex/web-api-client';
import { serverClock, Writes } from '@modex/web-ui';
import { fromEvent, merge } from 'rxjs';
import { BestWish, Hold, HoldCalls } from './hold-calls';
import { insist } from './insist';
import { hasSameSeats, SeatChoice } from './seat-choice';

/** The API tells whole seconds, rounded down. */
const ROUNDED_MS = 1_000;

/** Codes that say that the hold is over. */
type HoldEnd = 'booking-expired' | 'hold-released' | 'hold-confirmed';

/**
 * Keeps what is chosen: the hold follows the choice, with one request at a time. Whatever is chosen while a request is on
 * its way goes with the next one, which asks for exactly the seats that are chosen then. A refusal changes the choice.
 */
@Injectable()
export class SeatHold {
  private readonly calls = inject(HoldCalls);
  private readonly choice = inject(SeatChoice);
  private readonly session = inject(SessionStore);
  private readonly writes = inject(Writes);
  private readonly page = inject(DOCUMENT);
  private readonly showId = signal('');
  private readonly personId = computed(() => this.session.person()?.userId);
  private readonly resting = signal(false);
  private running: Promise<void> | undefined;
  private looking: Promise<void> | undefined;
  /** How many requests have changed the hold, or tried to. */
  private steps = 0;
  /** The request that makes the hold was not answered: a hold that is open already is this one. */
  private unanswered = false;
  /** Somebody else takes the session over, and the seats are given back meanwhile. */
  private handingOver = false;
  /** At the limit of a customer a seat is given back before another is kept. */
  private givesBackFirst = false;

  /** The hold as the API told it last; undefined while nothing is kept. */
  readonly hold = signal<Hold | undefined>(undefined);
  /** Why the last request was refused, or is asked again. */
  readonly problem = signal<Problem | undefined>(undefined);
  /** The seats of a hold that ended without a booking. */
  readonly ended = signal<readonly string[]>([]);
  /** The seats that `chooseBest` got last. */
  readonly best = signal<readonly string[]>([]);
  /** What `chooseBest` was asked for last. */
  readonly bestWish = signal<BestWish>({ quantity: 1 });
  /** The API is choosing: what is chosen must not change meanwhile. */
  readonly choosing = signal(false);
  /** What is chosen is not what is kept: a request is on its way, or could not be made. */
  readonly behind = computed(() => !hasSameSeats(this.hold()?.seatIds ?? [], this.choice.chosenIds()));

  constructor() {
    inject(DestroyRef).onDestroy(this.session.beforeChanges((change) => this.giveBackAround(change)));
    effect(() => {
      const known = this.showId() !== '' && this.personId() !== undefined;
      untracked(() => this.meetPerson(known));
    });
    effect((onCleanup) => {
      const end = this.hold()?.endsAt;
      if (end === undefined) return;
      const timer = setTimeout(() => void this.lookAtEnd(), Math.max(0, end + ROUNDED_MS - serverClock.now()));
      onCleanup(() => clearTimeout(timer));
    });
    const window = this.page.defaultView;
    if (window === null) return;
    merge(fromEvent(window, 'online'), fromEvent(this.page, 'visibilitychange'))
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.page.visibilityState === 'visible' && void this.catchUp());
  }

  /** From now on the hold of this show. */
  open(showId: string): void {
    this.showId.set(showId);
  }

  /** Makes the hold what is chosen. Resolves when it is, or when that was refused: `behind` and `problem` tell. */
  async follow(): Promise<void> {
    if (this.resting()) return;
    this.running ??= this.writes.beside(() => this.run()).finally(() => (this.running = undefined));
    await this.running;
  }

  /** The best free seats, and so many, become what is chosen and kept; after a refusal that is what it was before. */
  async chooseBest(wish: BestWish): Promise<void> {
    await this.settled();
    if (this.resting() || this.running !== undefined) return;
    this.choosing.set(true);
    this.running = this.writes
      .beside(() => this.takeBest(wish))
      .finally(() => {
        this.running = undefined;
        this.choosing.set(false);
      });
    await this.running;
  }

  /** The seats that satisfy the rule of the last refusal become what is chosen. */
  async chooseInstead(): Promise<void> {
    this.choice.become(this.problem()?.insteadSeatIds ?? []);
    await this.follow();
  }

  /** The same, after a look that is under way. */
  async settled(): Promise<void> {
    await this.looking;
    await this.follow();
  }

  async extend(): Promise<void> {
    await this.settled();
    const hold = this.hold();
    if (hold) await this.ask(async () => this.prolong(await this.calls.extend(this.showId(), hold)));
  }

  /** Chooses the seats of the hold that ended once more. */
  async again(): Promise<void> {
    this.choice.become(this.ended());
    await this.follow();
  }

  /** What is kept now, also by another tab, is what is chosen. */
  async look(): Promise<void> {
    if (this.running !== undefined || this.handingOver || this.resting()) return;
    if (this.personId() === undefined) return;
    const [chosen, steps] = [this.choice.chosenIds(), this.steps];
    // What was asked for before the customer's last press says nothing about it.
    const isLate = (): boolean => chosen !== this.choice.chosenIds() || steps !== this.steps;
    this.looking ??= this.readOpen({ isLate }).finally(() => (this.looking = undefined));
    await this.looking;
  }

  /** Looks at nothing while the hold is being booked. */
  rest(resting: boolean): void {
    this.resting.set(resting);
  }

  /** Removes what the customer has read. */
  dismiss(): void {
    this.problem.set(undefined);
    this.ended.set([]);
  }

  private async catchUp(): Promise<void> {
    await (this.behind() ? this.settled() : this.look());
  }

  private async run(): Promise<void> {
    await insist(() => this.ask(() => this.step()), this.behind);
  }

  /** A hold becomes the best seats, or stays what it was; at the limit of a customer it is given back first. */
  private async takeBest(wish: BestWish): Promise<void> {
    this.best.set([]);
    this.bestWish.set(wish);
    const isDue = (): boolean => this.best().length === 0;
    const step = (): Promise<Problem | undefined> =>
      this.ask(
        () => this.stepToBest(wish),
        (refusal) => this.solveBest(refusal),
      );
    const problem = await insist(step, isDue);
    this.givesBackFirst = false;
    if (problem === undefined || isWorthAskingAgain(problem)) return;
    // What was given back is kept again.
    await this.run();
    this.problem.update((later) => later ?? problem);
  }

  private async stepToBest(wish: BestWish): Promise<void> {
    this.steps++;
    const showId = this.showId();
    const hold = await this.unlessGivenBack(this.hold());
    await this.session.someone();
    this.keep(hold ? await this.calls.changeToBest(showId, hold, wish) : await this.calls.makeBest(showId, wish));
    const seatIds = this.hold()?.seatIds ?? [];
    this.choice.become(seatIds);
    this.best.set(seatIds);
  }

  private async unlessGivenBack(hold: Hold | undefined): Promise<Hold | undefined> {
    if (hold === undefined || !this.givesBackFirst) return hold;
    await this.calls.release(this.showId(), hold);
    this.hold.set(undefined);
    return undefined;
  }

  /** One request on the way from what is kept to what is chosen. */
  private async step(): Promise<void> {
    this.steps++;
    const [showId, hold, chosen] = [this.showId(), this.hold(), this.choice.chosenIds()];
    if (hold === undefined) {
      await this.session.someone();
      return this.keep(await this.calls.make(showId, this.choice.chosenIds()));
    }
    const wanted = this.givesBackFirst ? hold.seatIds.filter((id) => chosen.includes(id)) : chosen;
    if (wanted.length === 0) {
      await this.calls.release(showId, hold);
      this.hold.set(undefined);
    } else this.keep(await this.calls.change(showId, hold, wanted));
    this.givesBackFirst = false;
  }

  /** Only the times: a change of the seats may have been answered meanwhile. */
  private prolong({ holdId, endsAt, endsAtLatest }: Hold): void {
    const hold = this.hold();
    if (hold?.holdId === holdId) this.keep({ ...hold, endsAt, endsAtLatest });
  }

  private keep(hold: Hold): void {
    this.hold.set(hold);
    this.unanswered = false;
    this.ended.set([]);
  }

  /** @returns the problem; undefined when it was solved, or there was none */
  private async ask(
    call: () => Promise<void>,
    solve = (refusal: Problem) => this.solve(refusal),
  ): Promise<Problem | undefined> {
    let problem: Problem | undefined;
    try {
      await call();
    } catch (error) {
      problem = readProblem(error);
      if (isWorthAskingAgain(problem)) this.unanswered = this.hold() === undefined;
      else if (await solve(problem)) problem = undefined;
    }
    this.problem.set(problem);
    return problem;
  }

  /** What a refusal means for what is kept and chosen. @returns whether the next request may be right */
  private async solve({ code, seatIds }: Problem): Promise<boolean> {
    const [wasUnanswered, hold] = [this.unanswered, this.hold()];
    this.unanswered = false;
    switch (code) {
      case 'seat-taken':
        return this.choice.lose(seatIds);
      case 'hold-open':
        await this.readOpen({ keepsChoice: wasUnanswered });
        return wasUnanswered;
      case 'unknown-hold':
        this.hold.set(undefined);
        return hold !== undefined;
      case 'limit-reached':
        this.givesBackFirst =
          !this.givesBackFirst && hold?.seatIds.some((id) => !this.choice.chosen().has(id)) === true;
        if (!this.givesBackFirst) this.choice.become(hold?.seatIds ?? []);
        return this.givesBackFirst;
      case 'booking-expired':
      case 'hold-released':
      case 'hold-confirmed':
        this.end(code);
        return false;
      case 'lone-seat':
        // The seats beside them are still to be chosen.
        return false;
      default:
        this.choice.become(hold?.seatIds ?? []);
        return false;
    }
  }

  /** What a refusal of the best seats means; what is chosen stays, unless it is kept no more. */
  private async solveBest(refusal: Problem): Promise<boolean> {
    switch (refusal.code) {
      case 'hold-open':
        await this.readOpen({});
        return false;
      case 'limit-reached':
        this.givesBackFirst = !this.givesBackFirst && this.hold() !== undefined;
        return this.givesBackFirst;
      case 'unknown-hold':
      case 'booking-expired':
      case 'hold-released':
      case 'hold-confirmed':
        return this.solve(refusal);
      default:
        return false;
    }
  }

  /**
   * @param keepsChoice what is chosen stays, and the hold is to follow it
   * @param isLate whether the answer came too late to count
   */
  private async readOpen({ keepsChoice = false, isLate = () => false }): Promise<void> {
    const before = this.hold();
    try {
      const open = await this.calls.find(this.showId());
      if (isLate()) return;
      if (open === undefined && before !== undefined) {
        const status = await this.calls.statusOf(this.showId(), before);
        if (!isLate()) this.end(codeOf(status));
      } else if (open !== undefined) {
        const wasOther = before === undefined && this.choice.count() > 0;
        this.keep(open);
        if (!keepsChoice) this.choice.become(open.seatIds);
        if (wasOther && !keepsChoice) this.problem.set(problemOf('hold-open'));
      }
    } catch (error) {
      this.problem.set(readProblem(error));
    }
  }

  /** By our clock the time is over; by the API's it may not be: another tab may have extended the hold. */
  private async lookAtEnd(): Promise<void> {
    await this.look();
    const hold = this.hold();
    const isOver = hold !== undefined && hold.endsAt + ROUNDED_MS <= serverClock.now();
    if (isOver && !this.running && !this.resting()) this.end('booking-expired');
  }

  private end(code: HoldEnd): void {
    this.ended.set(code === 'hold-confirmed' ? [] : (this.hold()?.seatIds ?? []));
    this.hold.set(undefined);
    this.choice.clear();
    this.problem.set(problemOf(code));
  }

  /** Somebody else may hold other seats of the show. Whoever came in for the sake of a choice holds it already. */
  private meetPerson(isKnown: boolean): void {
    if (this.running !== undefined) return;
    this.hold.set(undefined);
    if (isKnown) void this.look().then(() => this.follow());
  }

  /** Seats belong to the person: they are given back before another takes over, and kept again for whoever is there then. */
  private async giveBackAround<T>(change: () => Promise<T>): Promise<T> {
    await this.settled();
    const hold = this.hold();
    if (hold === undefined) return change();
    const before = this.personId();
    this.handingOver = true;
    try {
      // A hold that could not be given back ends by itself, and must keep nobody from coming in or going.
      await this.writes.beside(() => this.calls.release(this.showId(), hold)).catch(() => undefined);
      this.hold.set(undefined);
      return await change();
    } finally {
      this.handingOver = false;
      if (this.personId() === before) void this.follow();
    }
  }
}

function codeOf(status: BookingStatus): HoldEnd {
  if (status === 'CONFIRMED' || status === 'CANCELLED') return 'hold-confirmed';
  return status === 'RELEASED' ? 'hold-released' : 'booking-expired';
}
