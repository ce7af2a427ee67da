import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { mapPage, ReadyAnswer, ReadyBody } from '@modex/api-core';
import { SeatCounter } from '@modex/api-seats';
import { LRUCache } from 'lru-cache';
import { ShowService } from '../show.service';
import { ShowSearchQuery } from './show.dto';
import { toShowResponse } from './show.response';

/** How long a list may be sent from memory, in milliseconds. */
const FRESH_MS = 1_000;

/** Lists of shows on sale as they are sent, by the query that asked for them; at most a second old. */
@Injectable()
export class ReadyShows {
  /** Concurrent readers of the same list share one read. */
  private readonly recent = new LRUCache<string, ReadyAnswer, ShowSearchQuery>({
    max: 200,
    ttl: FRESH_MS,
    fetchMethod: (_key, _old, { context }) => this.make(context),
  });

  constructor(
    private readonly shows: ShowService,
    private readonly counter: SeatCounter,
  ) {}

  /** @param asked the query as it stands in the address; undefined if the list is not in memory */
  find(asked: string): ReadyAnswer | undefined {
    return this.recent.get(this.keyOf(asked));
  }

  async read(asked: string, query: ShowSearchQuery): Promise<ReadyAnswer> {
    return this.recent.forceFetch(this.keyOf(asked), { context: query });
  }

  /** What was read before a show was changed here is never sent after it. */
  private keyOf(asked: string): string {
    return `${this.shows.revision} ${asked}`;
  }

  private async make({ q, from, to, ...page }: ShowSearchQuery): Promise<ReadyAnswer> {
    const found = await this.shows.search({ text: q, from, to }, page);
    const counts = await this.counter.countByShow(found.items);
    const list = mapPage(found, (show) => toShowResponse(show, counts.get(show.id)));
    const body = new ReadyBody(Buffer.from(JSON.stringify(list)));
    return { version: createHash('sha1').update(body.plain).digest('base64url'), body: () => body };
  }
}
