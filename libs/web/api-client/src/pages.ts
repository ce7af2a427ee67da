import { computed, signal } from '@angular/core';
import { Problem, readProblem } from './problem';

/** One page of a list, as the API gives it; `nextCursor` is null on the last one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/**
 * A list that is read page after page. `read` asks for the page at a cursor, the first one without. Failures stand in
 * `problem`; what was read before stays. A late answer to an earlier opening is dropped.
 */
export class Pages<T> {
  private readonly known = signal<readonly T[]>([]);
  private readonly cursor = signal<string | null>(null);
  private turn = 0;

  readonly items = this.known.asReadonly();
  readonly problem = signal<Problem | undefined>(undefined);
  readonly loading = signal(true);
  readonly loadingMore = signal(false);
  readonly hasMore = computed(() => this.cursor() !== null);

  constructor(private readonly read: (cursor: string | undefined) => Promise<Page<T>>) {}

  /** Forgets what is known and reads the first page. */
  async open(): Promise<void> {
    const turn = ++this.turn;
    this.loading.set(true);
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

  /** Puts newer words in place of older ones: each item for which `same` is true becomes `newer`. */
  replace(newer: T, same: (item: T) => boolean): void {
    this.known.update((all) => all.map((item) => (same(item) ? newer : item)));
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
