import { PackedStatus, placeNumberOf, SeatedShow, SeatStatus, statusCode } from '@modex/domain';
import { SeatChange } from './seat-changes';
import { SeatStatuses, StatusReading } from './seat-statuses';
import { PlaceCode, StatusBoard } from './status-board';

/** The greatest age of a board, in milliseconds: it reads the database no more often. */
const FRESH_MS = 2_000;
/**
 * A write carries the time at which its command began, but is visible only when it is done. So every read starts this much
 * before the last one, in milliseconds: as long as the driver waits for any command.
 */
export const OVERLAP_MS = 10_000;
/**
 * How often everything is read anew, in milliseconds. This finds changes without a time (an instance of an earlier version
 * writes none), writes that were later still, and those made after the database's clock went back in a failover.
 */
const WHOLE_MS = 60_000;

/** A show as its board knows it. */
export type BoardShow = Pick<SeatedShow, 'id' | 'plan' | 'planId' | 'planVersion'>;

/**
 * A board that is kept up to date: at once by notices of writes, and reliably by reading the database. A read began in the
 * past, so it is ignored for a seat that the board has had a notice of since; the next read counts.
 */
export class LiveBoard {
  readonly board: StatusBoard;
  /** The next read asks for changes since this moment of the database's clock; undefined: for everything. */
  private since: Date | undefined;
  private readAt = -Infinity;
  private wholeAt = -Infinity;
  private reading: Promise<void> | undefined;
  /** Whether a doubt came since the last read began: its result is then already out of date. */
  private isDoubted = false;
  /** Seats with a notice, and their owners: since the last read began, and between that read and the one before. */
  private told = new Map<number, string | undefined>();
  private toldBefore = new Map<number, string | undefined>();
  /** Seats of notices from other processes: since the last read began, and before it, which the next read must find. */
  private readonly heard = new Set<number>();
  private readonly heardBefore = new Set<number>();

  /** @param now this process's clock, in milliseconds from any moment */
  constructor(
    readonly show: BoardShow,
    private readonly statuses: SeatStatuses,
    private readonly now = () => performance.now(),
  ) {
    this.board = new StatusBoard(show.plan.size);
  }

  get isFresh(): boolean {
    return this.now() - this.readAt < FRESH_MS;
  }

  /** Reads what changed, unless that was just done. Callers at the same time share one read. */
  async refresh(): Promise<void> {
    if (this.isFresh) return;
    await this.readOnce();
    // If there was a doubt, another reader may have begun the next read already.
    if (this.isDoubted || this.reading !== undefined) await this.readOnce();
  }

  /** Reads what changed, in a read that begins after this call. Callers at the same time share one. */
  async refreshAnew(): Promise<void> {
    await this.reading?.catch(() => undefined);
    await this.readOnce();
  }

  /** Something has changed, but it is not known what. */
  doubt(): void {
    this.isDoubted = true;
    this.readAt = -Infinity;
  }

  /** Answers may come in another order than the writes: a release is ignored if another booking already has the seat. */
  tell({ seatIds, status, bookingId }: SeatChange): void {
    this.put(this.indexesOf(seatIds.map(placeNumberOf)), status, bookingId);
  }

  /**
   * The same from another process. Such a notice may be old: it may have waited anywhere on its way. So the next read must
   * find its seats among those that changed lately; otherwise everything is read anew.
   */
  hear({ seatIds, status, bookingId }: SeatChange): void {
    const places = this.indexesOf(seatIds.map(placeNumberOf));
    for (const place of places) this.heard.add(place);
    this.put(places, status, bookingId);
  }

  private put(all: readonly number[], status: SeatStatus, bookingId: string): void {
    const isFree = status === 'AVAILABLE';
    const places = all.filter((place) => {
      const owner = this.ownerOf(place);
      return !isFree || owner === undefined || owner === bookingId;
    });
    for (const place of places) this.told.set(place, isFree ? undefined : bookingId);
    this.board.put(places.map((place) => [place, statusCode(status)]));
  }

  /** Which of the packed statuses those of the numbers are that the plan has. */
  private indexesOf(numbers: readonly number[]): readonly number[] {
    return numbers.map(this.show.plan.indexOf).filter((index) => index !== -1);
  }

  /** According to the latest notices. */
  private ownerOf(place: number): string | undefined {
    return this.told.has(place) ? this.told.get(place) : this.toldBefore.get(place);
  }

  private async readOnce(): Promise<void> {
    this.reading ??= this.read().finally(() => (this.reading = undefined));
    await this.reading;
  }

  private async read(): Promise<void> {
    this.isDoubted = false;
    const began = this.now();
    const isWhole = began - this.wholeAt >= WHOLE_MS;
    [this.toldBefore, this.told] = [this.told, new Map()];
    for (const place of this.heard) this.heardBefore.add(place);
    this.heard.clear();
    const { id } = this.show;
    const found = isWhole ? await this.statuses.findTaken(id) : await this.statuses.findChanged(id, this.since);
    const reading = this.byIndex(found);
    this.board.put((isWhole ? this.allOf(reading) : pairsOf(reading)).filter(([place]) => !this.told.has(place)));
    if (reading.readAt !== undefined) this.since = new Date(reading.readAt.getTime() - OVERLAP_MS);
    if (isWhole) this.wholeAt = began;
    else if (this.hasHeardElse(reading)) this.readAnew();
    this.heardBefore.clear();
    if (!this.isDoubted) this.readAt = began;
  }

  /** The seats of a reading by their indexes; those that the plan does not have are left out. */
  private byIndex({ places, codes, readAt }: StatusReading): StatusReading {
    const known = places.flatMap((number, at): PlaceCode[] => {
      const index = this.show.plan.indexOf(number);
      return index === -1 ? [] : [[index, codes[at] as number]];
    });
    return { places: known.map(([index]) => index), codes: known.map(([, code]) => code), readAt };
  }

  /** Whether a notice of another process is about a seat that has not changed lately. */
  private hasHeardElse({ places }: StatusReading): boolean {
    if (this.heardBefore.size === 0) return false;
    const found = new Set(places);
    return [...this.heardBefore].some((place) => !found.has(place));
  }

  private readAnew(): void {
    this.wholeAt = -Infinity;
    this.doubt();
  }

  /** The differences between the board and a read of all seats that are not free. */
  private allOf(reading: StatusReading): readonly PlaceCode[] {
    const read = new PackedStatus(this.board.size);
    for (const [place, code] of pairsOf(reading)) read.put(place, code);
    return this.board.status.differences(read).map((place) => [place, read.codeAt(place)]);
  }
}

function pairsOf({ places, codes }: StatusReading): readonly PlaceCode[] {
  return places.map((place, index) => [place, codes[index] as number]);
}
