import { NewShow, OpenedShow, ShowMove, ShowRepository, SweepPause } from '@modex/api-shows/protocol';
import { PLAIN_VERSION, plainPlanId, Show, ShowStatus } from '@modex/domain';
import { Send } from './commands';
import { ReadShow } from './show-commands';

/** Id and first half of the seat ids of a new show. */
export interface NewShowIds {
  readonly id: string;
  readonly seatPrefix: string;
}

/** What the protocol calls of the port; the rest of it lists. */
export type ModelledShows = Pick<
  ShowRepository,
  'open' | 'extendCreation' | 'complete' | 'discard' | 'discardExpired' | 'move' | 'findById' | 'findDue' | 'swept'
>;

/** The port of the shows in front of the model store, command for command as the real one. */
export class ModelShowRepository implements ModelledShows {
  constructor(
    private readonly send: Send,
    private readonly newIds: () => NewShowIds,
  ) {}

  async open(asked: NewShow, leaseMs: number): Promise<OpenedShow> {
    const { layout, drawn, startTime, ...show } = asked;
    const times = { startTime: startTime.getTime(), leaseMs };
    const plan = drawn && { planId: drawn.planId, planVersion: drawn.version };
    const opened = await this.send('shows.insert', { ...this.newIds(), ...show, ...layout, ...plan, ...times });
    if (opened !== null) return { kind: 'opened', show: toShow(opened) };
    if (show.request === undefined) throw new Error('only a key can be a duplicate');
    const known = await this.send('shows.findByRequest', show.request);
    if (known === null) return this.open(asked, leaseMs);
    return { kind: 'known', show: toShow(known), digest: known.request?.digest ?? '' };
  }

  async extendCreation(id: string, leaseMs: number): Promise<boolean> {
    return this.send('shows.extend', { id, leaseMs });
  }

  async complete(id: string, status: 'DRAFT' | 'ON_SALE'): Promise<Show | undefined> {
    return (await this.send('shows.complete', { id, status })) ? this.findById(id) : undefined;
  }

  async discard(id: string): Promise<boolean> {
    return this.send('shows.discard', { id });
  }

  async discardExpired(id: string): Promise<boolean> {
    return this.send('shows.discardExpired', { id });
  }

  async move(id: string, to: ShowMove, reason?: string): Promise<Show | undefined> {
    return (await this.send('shows.move', { id, to, ...(reason !== undefined && { reason }) }))
      ? this.findById(id)
      : undefined;
  }

  async findById(id: string): Promise<Show | undefined> {
    const show = await this.send('shows.findById', { id });
    return show === null ? undefined : toShow(show);
  }

  async findDue(statuses: readonly ShowStatus[], limit: number): Promise<readonly Show[]> {
    return (await this.send('shows.findDue', { statuses, limit })).map(toShow);
  }

  async swept(id: string, status: ShowStatus, pause: SweepPause): Promise<void> {
    await this.send('shows.swept', { id, status, ...pause });
  }
}

function toShow(stored: ReadShow): Show {
  const { limitPerCustomer, timeZone = 'UTC', durationMinutes = null, seatPrefix } = stored;
  const { started, salePhase, bookable, returnable } = stored;
  const { id, title, venue, description, status, totalSeats, seatsPerRow } = stored;
  const times = { startTime: new Date(stored.startTime), saleOpensAt: null, saleClosesAt: null };
  const edits = { version: stored.version ?? 0, cancelReason: stored.cancelReason ?? null };
  return {
    id,
    title,
    timeZone,
    durationMinutes,
    venue,
    description,
    houseRules: null,
    gettingThere: null,
    status,
    totalSeats,
    seatsPerRow,
    limitPerCustomer,
    noLoneSeat: false,
    giveBackHours: 0,
    prices: null,
    planId: stored.planId ?? plainPlanId(stored),
    planVersion: stored.planVersion ?? PLAIN_VERSION,
    seatPrefix,
    createdAt: new Date(stored.createdAt),
    started,
    salePhase,
    bookable,
    returnable,
    ...times,
    ...edits,
  };
}
