import { Injectable } from '@nestjs/common';
import { Page, PageQuery, PageRequest, pageOf, pageRequest, unknownThing } from '@modex/api-core';
import { DomainError, mayMove, Show, SHOW_MOVES, VISIBLE_SHOW_STATUSES } from '@modex/domain';
import { LRUCache } from 'lru-cache';
import { ShowRepository, ShowSearch } from './show.repository';

/** How long a show may be served from memory, in milliseconds: what a booking knows of its show is at most this old. */
const FRESH_MS = 1_000;

/** Shows as visitors and organisers find them, and their moves. */
@Injectable()
export class ShowService {
  /** Concurrent readers of the same show share one read. */
  private readonly recent = new LRUCache<string, Show>({
    max: 1_000,
    ttl: FRESH_MS,
    fetchMethod: (showId) => this.shows.findById(showId),
  });

  constructor(private readonly shows: ShowRepository) {}

  /**
   * A show that visitors may see; at most a second old.
   * @throws DomainError `unknown-show`, also for drafts
   */
  async findPublic(showId: string): Promise<Show> {
    const show = await this.recent.fetch(showId);
    if (show === undefined || (show.status !== 'ON_SALE' && show.status !== 'CANCELLED')) {
      throw unknownThing('unknown-show');
    }
    return show;
  }

  /** Shows that can be booked, soonest first. */
  async search(search: ShowSearch, query: PageQuery): Promise<Page<Show>> {
    const page = pageRequest(query);
    return this.page(await this.shows.findBookable(search, page), page, (show) => show.startTime);
  }

  /** All shows, drafts and cancelled ones too, latest created first. */
  async listAll(query: PageQuery): Promise<Page<Show>> {
    const page = pageRequest(query);
    return this.page(await this.shows.findAll(page), page, (show) => show.createdAt);
  }

  /** A show of any visible status. @throws DomainError `unknown-show` */
  async find(showId: string): Promise<Show> {
    const show = await this.shows.findById(showId);
    if (show === undefined || !VISIBLE_SHOW_STATUSES.some((status) => status === show.status)) {
      throw unknownThing('unknown-show');
    }
    return show;
  }

  async findMany(showIds: readonly string[]): Promise<ReadonlyMap<string, Show>> {
    const shows = await this.shows.findByIds([...new Set(showIds)]);
    return new Map(shows.map((show) => [show.id, show]));
  }

  /**
   * Puts a draft on sale, or cancels a show. Repeating a move that is done changes nothing.
   * @throws DomainError `unknown-show`, `show-move-refused`
   */
  async move(showId: string, to: 'ON_SALE' | 'CANCELLED'): Promise<Show> {
    const moved = await this.shows.move(showId, to);
    this.recent.delete(showId);
    if (moved !== undefined) return moved;
    const show = await this.find(showId);
    if (show.status !== to && !mayMove(SHOW_MOVES, show.status, to)) {
      throw new DomainError('show-move-refused', `A show that is ${show.status} cannot become ${to}.`);
    }
    return show;
  }

  private page(found: readonly Show[], { limit }: PageRequest, timeOf: (show: Show) => Date): Page<Show> {
    return pageOf(found, limit, (show) => ({ time: timeOf(show), id: show.id }));
  }
}
