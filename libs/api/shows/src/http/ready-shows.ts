import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { mapPage, ReadTerms, ReadyAnswer, ReadyBody, SharedCache, SharedReads } from '@modex/api-core';
import { SeatCounter } from '@modex/api-seats';
import { SHARED_LISTS } from '../shared-shows';
import { ShowService } from '../show.service';
import { ShowSearchQuery } from './show.dto';
import { toShowResponse } from './show.response';

/** How long a list may be sent from memory, in milliseconds. */
const FRESH_MS = 1_000;

/** Lists of shows on sale as they are sent, by the query that asked for them; at most a second old. */
@Injectable()
export class ReadyShows {
  private readonly recent = new SharedReads<ReadyAnswer, ShowSearchQuery>({
    most: 200,
    lifeMs: FRESH_MS,
    read: (query, terms) => this.make(query, terms),
  });

  /** Until when lists of other processes may be older than a change that this one knows. */
  private aloneUntil = -Infinity;
  private revision = 0;

  constructor(
    private readonly shows: ShowService,
    private readonly counter: SeatCounter,
    private readonly cache: SharedCache,
  ) {}

  /** @param asked the query as it stands in the address; undefined if the list is not in memory */
  find(asked: string): ReadyAnswer | undefined {
    return this.recent.recent(this.keyOf(asked));
  }

  async read(asked: string, query: ShowSearchQuery): Promise<ReadyAnswer> {
    return this.recent.read(this.keyOf(asked), query);
  }

  /** What was read before a show was changed here is never sent after it. */
  private keyOf(asked: string): string {
    return `${this.shows.revision} ${asked}`;
  }

  private async make(query: ShowSearchQuery, terms: ReadTerms): Promise<ReadyAnswer> {
    const read = () => this.readList(query);
    const name = createHash('sha1').update(JSON.stringify(query)).digest('base64url');
    const entry = { group: SHARED_LISTS, name, lifeMs: FRESH_MS };
    const shared = this.isAlone() ? undefined : await this.cache.use(entry, read);
    terms.lifeMs = shared?.lifeMs ?? FRESH_MS;
    const body = new ReadyBody(shared?.bytes ?? (await read()));
    return { version: createHash('sha1').update(body.plain).digest('base64url'), body: () => body };
  }

  private async readList({ q, from, to, ...page }: ShowSearchQuery): Promise<Buffer> {
    const found = await this.shows.search({ text: q, from, to }, page);
    const counts = await this.counter.countByShow(found.items);
    return Buffer.from(JSON.stringify(mapPage(found, (show) => toShowResponse(show, counts.get(show.id)))));
  }

  /** For a while after a change, since the others may have kept a list that they read before it. */
  private isAlone(): boolean {
    const { revision } = this.shows;
    if (revision !== this.revision) this.aloneUntil = performance.now() + 2 * FRESH_MS;
    this.revision = revision;
    return performance.now() < this.aloneUntil;
  }
}
