import { Injectable } from '@nestjs/common';
import { Page, PageQuery, PageRequest, pageOf, pageRequest, SharedReads, unknownThing } from '@modex/api-core';
import {
  changesOf,
  checkPrices,
  DomainError,
  mayMove,
  SeatedShow,
  Show,
  SHOW_MOVES,
  ShowChange,
  ShowEdit,
  VISIBLE_SHOW_STATUSES,
} from '@modex/domain';
import { checkSaleTimes, inFuture } from './show-times';
import { noLonger } from './no-longer';
import { ShowPlans } from './show-plans';
import { ShowMove, ShowRepository, ShowSearch } from './show.repository';

/** How long a show may be served from memory, in milliseconds: what a booking knows of its show is at most this old. */
const FRESH_MS = 1_000;

/** What an organiser changes, having seen this version. */
export interface EditCommand {
  readonly version: number;
  readonly fields: ShowEdit;
  /** The admin. */
  readonly by: string;
}

/** Shows as visitors and organisers find them, and their moves. */
@Injectable()
export class ShowService {
  private readonly recent = new SharedReads<SeatedShow | undefined, string>({
    most: 1_000,
    lifeMs: FRESH_MS,
    read: async (showId) => {
      const show = await this.shows.findById(showId);
      return show && this.plans.seated(show);
    },
  });

  private changes = 0;
  private readonly watchers: ((showId: string) => void)[] = [];

  constructor(
    private readonly shows: ShowRepository,
    private readonly plans: ShowPlans,
  ) {}

  /** Rises with every change of a show that this process makes or hears of: what was made of an earlier revision is out of date. */
  get revision(): number {
    return this.changes;
  }

  /** A show was changed here; what is remembered of it is forgotten. */
  changed(showId: string): void {
    this.forget(showId);
    for (const told of this.watchers) told(showId);
  }

  /** A show was changed somewhere. */
  forget(showId: string): void {
    this.recent.forget(showId);
    this.changes++;
  }

  /** Any show may have been changed somewhere. */
  forgetAll(): void {
    this.recent.forgetAll();
    this.changes++;
  }

  /** Calls back after each change that was made here. */
  watch(told: (showId: string) => void): void {
    this.watchers.push(told);
  }

  /**
   * A show that visitors may see; at most a second old.
   * @throws DomainError `unknown-show`, also for drafts
   */
  async findPublic(showId: string): Promise<SeatedShow> {
    const show = await this.recent.read(showId, showId);
    if (!isPublic(show)) throw unknownThing('unknown-show');
    return show;
  }

  /** The same from memory alone; undefined where the show is not there. */
  recentPublic(showId: string): SeatedShow | undefined {
    const show = this.recent.recent(showId);
    return isPublic(show) ? show : undefined;
  }

  /** Shows to come, soonest first. */
  async search(search: ShowSearch, query: PageQuery): Promise<Page<Show>> {
    const page = pageRequest(query);
    return this.page(await this.shows.findToCome(search, page), page, (show) => show.startTime);
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

  /** The same with its plan. @throws DomainError `unknown-show` */
  async findSeated(showId: string): Promise<SeatedShow> {
    return this.plans.seated(await this.find(showId));
  }

  async findMany(showIds: readonly string[]): Promise<ReadonlyMap<string, Show>> {
    const shows = await this.shows.findByIds([...new Set(showIds)]);
    return new Map(shows.map((show) => [show.id, show]));
  }

  /** What was changed of these shows, oldest first; shows that never were are left out. */
  async findChanges(showIds: readonly string[]): Promise<ReadonlyMap<string, readonly ShowChange[]>> {
    return this.shows.findChanges([...new Set(showIds)]);
  }

  /** What was changed of a show, latest first. @throws DomainError `unknown-show` */
  async findHistory(showId: string): Promise<readonly ShowChange[]> {
    await this.find(showId);
    return ((await this.shows.findChanges([showId])).get(showId) ?? []).toReversed();
  }

  /**
   * Changes a show that has not started. An edit that changes nothing is done already, whatever version it saw.
   * @throws DomainError `validation-failed` for a start in the past, a sale that does not fit before it, or prices that do
   * not fit the plan; `unknown-show`, `show-move-refused`; `show-changed` when somebody else was faster
   */
  async edit(showId: string, { version, by, ...command }: EditCommand): Promise<Show> {
    const fields = inFuture(command.fields);
    const show = await this.find(showId);
    if (fields.prices) checkPrices(fields.prices, (await this.plans.seated(show)).plan);
    checkSaleTimes({ ...show, ...fields });
    const changes = changesOf(show, fields);
    if (changes.length === 0) return show;
    const edited = await this.shows.edit(showId, { version, fields, words: { ...show, ...fields }, changes, by });
    this.changed(showId);
    if (edited !== undefined) return edited;
    const now = await this.find(showId);
    if (now.version !== version) {
      throw new DomainError('show-changed', 'The show was edited since you read it; read it again and compare.');
    }
    throw noLonger(now, 'it cannot be changed');
  }

  /**
   * Puts a draft on sale that has not started, cancels a show, or deletes a draft. Repeating a move that is done changes nothing.
   * @param reason why it is cancelled
   * @throws DomainError `unknown-show`, `show-move-refused`
   */
  async move(showId: string, to: ShowMove, reason?: string): Promise<Show> {
    const moved = await this.shows.move(showId, to, reason);
    this.changed(showId);
    if (moved !== undefined) return moved;
    const show = await this.find(showId);
    if (show.status === to) return show;
    if (!mayMove(SHOW_MOVES, show.status, to)) throw moveRefused(show, to);
    if (to === 'ON_SALE' && show.started) {
      throw new DomainError('show-move-refused', 'The draft has a start that is over; give it a later one first.');
    }
    return show;
  }

  private page(found: readonly Show[], { limit }: PageRequest, timeOf: (show: Show) => Date): Page<Show> {
    return pageOf(found, limit, (show) => ({ time: timeOf(show), id: show.id }));
  }
}

function isPublic(show: SeatedShow | undefined): show is SeatedShow {
  return show?.status === 'ON_SALE' || show?.status === 'CANCELLED';
}

function moveRefused({ status }: Show, to: ShowMove): DomainError {
  const words = to === 'DISCARDED' ? 'Only a draft can be deleted' : `A show that is ${status} cannot become ${to}`;
  return new DomainError('show-move-refused', `${words}.`);
}
