import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { AdminShowResponse, readProblem } from '@modex/web-api-client';
import { newKey, WallTime } from '@modex/web-ui';
import { ShowDraft, requestOf } from '../create/show-draft';
import { ShowMaker } from '../create/show-maker';
import { Moments } from '../details/show-details';
import { momentsAt } from './date-series';

/** A date on which a show is to be put on again. */
export interface PlannedDate {
  /** One show is made with it, however often it is sent. */
  readonly key: string;
  readonly time: WallTime;
  /** Undefined where the clocks jump over it: it cannot be made. */
  readonly moments: Moments | undefined;
  readonly state: 'waiting' | 'making' | 'made' | 'failed';
  /** Why it was not made, or cannot be. */
  readonly problem: string;
  /** The show, once it is made. */
  readonly showId?: string;
}

/**
 * The dates of a series, and the shows that are made of them: one after the other, each with a key of its own, so that what
 * failed can be tried again and nothing is made twice.
 */
@Injectable()
export class PlannedDates {
  private readonly maker = inject(ShowMaker);
  private hasLeft = false;

  /** Soonest first. */
  readonly all = signal<readonly PlannedDate[]>([]);
  readonly made = computed(() => this.all().filter(({ state }) => state === 'made'));
  /** What can still be made. */
  readonly open = computed(() => this.all().filter(({ state, moments }) => state !== 'made' && moments !== undefined));
  readonly failed = computed(() => this.all().filter(({ state }) => state === 'failed'));

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.hasLeft = true));
  }

  /** Adds dates that are not planned yet, by the clocks of the venue. */
  async add(times: readonly WallTime[], show: AdminShowResponse): Promise<void> {
    const known = new Set(this.all().map(({ time }) => time));
    const added = await Promise.all(times.filter((time) => !known.has(time)).map((time) => planned(time, show)));
    this.all.update((all) => [...all, ...added].toSorted((one, other) => (one.time < other.time ? -1 : 1)));
  }

  remove({ key }: PlannedDate): void {
    this.all.update((all) => all.filter((date) => date.key !== key));
  }

  /**
   * Makes all that can still be made. A date that the API refuses does not hold up the others; where nobody answers, or the
   * admin may not, nothing more is tried. @param draft the show that is put on again
   */
  async make(draft: ShowDraft, publish: boolean): Promise<void> {
    for (const date of this.open()) {
      if (this.hasLeft || !(await this.makeOne(date, draft, publish))) return;
    }
  }

  /** @returns whether it makes sense to go on with the next one */
  private async makeOne({ key, moments }: PlannedDate, draft: ShowDraft, publish: boolean): Promise<boolean> {
    if (moments === undefined) return true;
    this.set(key, { state: 'making', problem: '' });
    try {
      const { id } = await this.maker.make(requestOf(draft, moments, publish), key);
      this.set(key, { state: 'made', showId: id });
      return true;
    } catch (error) {
      const { code, headline, nextStep, fields } = readProblem(error);
      const isRefused = code === 'validation-failed';
      const words = isRefused ? fields.map(({ message }) => message).join(' ') : `${headline}. ${nextStep}`;
      this.set(key, { state: 'failed', problem: words || headline });
      return isRefused;
    }
  }

  private set(key: string, changes: Partial<PlannedDate>): void {
    this.all.update((all) => all.map((date) => (date.key === key ? { ...date, ...changes } : date)));
  }
}

async function planned(time: WallTime, show: AdminShowResponse): Promise<PlannedDate> {
  const moments = await momentsAt(time, show);
  const isPossible = typeof moments !== 'string';
  return {
    key: newKey(),
    time,
    moments: isPossible ? moments : undefined,
    state: isPossible ? 'waiting' : 'failed',
    problem: isPossible ? '' : moments,
  };
}
