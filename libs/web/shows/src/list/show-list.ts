import { inject, Injectable } from '@angular/core';
import { LIMITS } from '@modex/domain';
import { Api, findShows, Pages, ShowResponse } from '@modex/web-api-client';

/** The shows that match a search, page after page. A late answer to an earlier search is dropped. */
@Injectable()
export class ShowList {
  private readonly api = inject(Api);
  private query = '';

  readonly pages = new Pages<ShowResponse>(
    (cursor) => this.api.invoke(findShows, { q: this.query || undefined, cursor, limit: LIMITS.showsAtOnce }),
    ({ id }) => id,
  );
  /** The shows of the earlier search stay in view until the answer to the next one. */
  readonly shows = this.pages.shown;

  /** Looks anew for shows whose words contain `query`; empty for all. */
  async search(query: string): Promise<void> {
    this.query = query;
    await this.pages.open();
  }

  async retry(): Promise<void> {
    await this.search(this.query);
  }
}
