import { computed, linkedSignal, signal } from '@angular/core';
import { Problem, readProblem } from './problem';

/** One page of a list, as the API gives it; `nextCursor` is null on the last one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** A list as it is now: what is new and what has changed stands before the known rest. */
export interface NewerList<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
  /** How many entries were not known before. */
  readonly arrived: number;
  /** The list that this one follows. */
  readonly before: readonly T[];
}

/** At most this many pages are read until a known entry comes; a list that grows faster is read from the beginning. */
const CATCH_UP_PAGES = 10;

/**
 * A list, newest first, that is read page after page. `read` asks for the page at a cursor, or for the first page without
 * one; `keyOf` tells entries apart. A failure is in `problem`, and what was read before stays. A late answer to an earlier
 * opening is dropped.
 */
export class Pages<T> {
  private readonly known = signal<readonly T[]>([]);
  private readonly cursor = signal<string | null>(null);
  private turn = 0;

  readonly items = this.known.asReadonly();
  readonly problem = signal<Problem | undefined>(undefined);
  readonly loading = signal(true);
  /** The entries. After another opening the earlier ones stay until the answer comes, so that nothing jumps. */
  readonly shown = linkedSignal<readonly T[], readonly T[]>({
    source: this.items,
    computation: (items, before) => (this.loading() && items.length === 0 ? (before?.value ?? items) : items),
  }).asReadonly();
  /** True when the list was read and is empty. */
  readonly isEmpty = computed(() => !this.loading() && !this.problem() && this.known().length === 0);
  readonly loadingMore = signal(false);
  readonly hasMore = computed(() => this.cursor() !== null);

  /** Why the last `look` failed; undefined while the list is kept fresh. */
  readonly behind = signal<Problem | undefined>(undefined);

  constructor(
    private readonly read: (cursor: string | undefined) => Promise<Page<T>>,
    private readonly keyOf: (item: T) => string,
  ) {}

  /** Forgets what is known and reads the first page. */
  async open(): Promise<void> {
    const turn = ++this.turn;
    this.loading.set(true);
    this.problem.set(undefined);
    this.known.set([]);
    this.cursor.set(null);
    await this.append(turn, undefined);
    if (turn === this.turn) this.loading.set(false);
  }

  /** Appends the next page; does nothing where there is none. */
  async more(): Promise<void> {
    const cursor = this.cursor();
    if (cursor === null || this.loadingMore()) return;
    this.loadingMore.set(true);
    await this.append(this.turn, cursor);
    this.loadingMore.set(false);
  }

  /** Replaces an entry by a newer version of it. */
  replace(newer: T): void {
    this.known.update((all) => all.map((item) => (this.keyOf(item) === this.keyOf(newer) ? newer : item)));
  }

  /**
   * Reads from the top, at least `least` entries, until a known entry comes; shows nothing yet. Entries after those that
   * were read stay as they are. Undefined when reading failed (`behind`), or when the list changed meanwhile.
   */
  async look(least = 1): Promise<NewerList<T> | undefined> {
    const before = this.known();
    const turn = this.turn;
    if (this.isReading()) return undefined;
    try {
      const newer = await this.readNewer(before, least);
      if (turn !== this.turn || before !== this.known()) return undefined;
      this.behind.set(undefined);
      return newer;
    } catch (error) {
      if (turn === this.turn) this.behind.set(readProblem(error));
      return undefined;
    }
  }

  /** Shows the list that `look` found instead of the one it started from; does nothing if that one has changed meanwhile. */
  show({ items, nextCursor, before }: NewerList<T>): void {
    if (before !== this.known() || this.isReading()) return;
    this.known.set(items);
    this.cursor.set(nextCursor);
    this.problem.set(undefined);
  }

  /** Looks, and shows what there is. */
  async refresh(least = 1): Promise<void> {
    const newer = await this.look(least);
    if (newer) this.show(newer);
  }

  private isReading(): boolean {
    return this.loading() || this.loadingMore();
  }

  private async readNewer(before: readonly T[], least: number): Promise<NewerList<T>> {
    const places = new Map(before.map((item, place) => [this.keyOf(item), place]));
    const items: T[] = [];
    let cursor: string | undefined;
    for (let page = 1; ; page++) {
      const read = await this.read(cursor);
      items.push(...read.items);
      const found = items.flatMap((item) => places.get(this.keyOf(item)) ?? []);
      const arrived = items.length - found.length;
      const met = found.length > 0 || before.length === 0;
      if (read.nextCursor === null || (met && items.length >= least) || page === CATCH_UP_PAGES) {
        const rest = read.nextCursor !== null && met ? before.slice(Math.max(-1, ...found) + 1) : [];
        const nextCursor = rest.length > 0 ? this.cursor() : read.nextCursor;
        return { items: [...items, ...rest], nextCursor, arrived, before };
      }
      cursor = read.nextCursor;
    }
  }

  private async append(turn: number, cursor: string | undefined): Promise<void> {
    try {
      const page = await this.read(cursor);
      if (turn !== this.turn) return;
      this.known.update((all) => [...all, ...page.items]);
      this.cursor.set(page.nextCursor);
      this.problem.set(undefined);
    } catch (error) {
      if (turn === this.turn) this.problem.set(readProblem(error));
    }
  }
}
