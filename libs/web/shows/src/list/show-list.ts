import { computed, inject, Injectable, signal } from '@angular/core';
import { Api, findShows, Problem, readProblem, ShowResponse } from '@modex/web-api-client';

/** Shows per page: fills three rows of cards on a wide screen. */
const PAGE = 12;

/** The shows that match a search, page after page. A late answer to an earlier search is dropped. */
@Injectable()
export class ShowList {
  private readonly api = inject(Api);
  private readonly cursor = signal<string | null>(null);
  private query = '';
  private turn = 0;

  readonly shows = signal<readonly ShowResponse[]>([]);
  readonly problem = signal<Problem | undefined>(undefined);
  readonly loading = signal(true);
  readonly loadingMore = signal(false);
  readonly hasMore = computed(() => this.cursor() !== null);

  /** Looks anew for shows whose words contain `query`; empty for all. */
  async search(query: string): Promise<void> {
    this.query = query;
    const turn = ++this.turn;
    this.loading.set(true);
    await this.read(turn, undefined);
    if (turn === this.turn) this.loading.set(false);
  }

  async retry(): Promise<void> {
    await this.search(this.query);
  }

  /** Appends the next page; does nothing where there is none. */
  async more(): Promise<void> {
    const cursor = this.cursor();
    if (cursor === null || this.loadingMore()) return;
    this.loadingMore.set(true);
    await this.read(this.turn, cursor);
    this.loadingMore.set(false);
  }

  private async read(turn: number, cursor: string | undefined): Promise<void> {
    try {
      const page = await this.api.invoke(findShows, { q: this.query || undefined, cursor, limit: PAGE });
      if (turn !== this.turn) return;
      this.shows.update((shown) => (cursor === undefined ? page.items : [...shown, ...page.items]));
      this.cursor.set(page.nextCursor);
      this.problem.set(undefined);
    } catch (error) {
      if (turn === this.turn) this.problem.set(readProblem(error));
    }
  }
}
