import { PackedStatus, placeNumberOf, statusCode } from '@modex/domain';
import { SeatChange } from './seat-changes';
import { SeatStatuses, StatusReading } from './seat-statuses';
import { PlaceCode, StatusBoard } from './status-board';

/** How old what is read from a board may be: it asks the database no more often. In milliseconds. */
const FRESH_MS = 2_000;
/**
 * A write has the time at which its command began, and is seen when it is done: what changed so long before the last
 * reading is read once more. As long as the driver waits for any command. In milliseconds.
 */
const OVERLAP_MS = 10_000;
/**
 * What no change tells – an instance of an earlier version writes none, a write may be later still, the database's clock
 * may go back after a failover – is found when everything is read anew. In milliseconds.
 */
const WHOLE_MS = 60_000;

/**
 * A board that is kept up with the database: by what it is told, at once, and by what it reads, for truth. A reading
 * began in the past, so it tells nothing of a seat that the board was told of since: the next one does.
 */
export class LiveBoard {
  readonly board: StatusBoard;
  /** Changes since this moment of the database's clock are to be read; undefined: all. */
  private since: Date | undefined;
  private readAt = -Infinity;
  private wholeAt = -Infinity;
  private reading: Promise<void> | undefined;
  /** Since the last reading began: what it finds is old already. */
  private isDoubted = false;
  /** The seats that it was told of, with their owners: since the last reading began, and between that and the one before. */
  private told = new Map<number, string | undefined>();
  private toldBefore = new Map<number, string | undefined>();

  /** @param now this process's clock, in milliseconds from any moment */
  constructor(
    private readonly showId: string,
    size: number,
    private readonly statuses: SeatStatuses,
    private readonly now = () => performance.now(),
  ) {
    this.board = new StatusBoard(size);
  }

  get isFresh(): boolean {
    return this.now() - this.readAt < FRESH_MS;
  }

  /** Reads what changed, unless that was just done; whoever asks meanwhile waits for the same reading. */
  async refresh(): Promise<void> {
    if (this.isFresh) return;
    await this.readOnce();
    if (this.isDoubted) await this.readOnce();
  }

  /** Something changed, and nobody knows what. */
  doubt(): void {
    this.isDoubted = true;
    this.readAt = -Infinity;
  }

  /** Answers may come in another order than the writes: that a booking released a seat is old where another has it. */
  tell({ seatIds, status, bookingId }: SeatChange): void {
    const isFree = status === 'AVAILABLE';
    const places = seatIds.map(placeNumberOf).filter((place) => {
      const owner = this.ownerOf(place);
      return !isFree || owner === undefined || owner === bookingId;
    });
    for (const place of places) this.told.set(place, isFree ? undefined : bookingId);
    this.board.put(places.map((place) => [place, statusCode(status)]));
  }

  /** As far as it was told lately. */
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
    const reading = isWhole
      ? await this.statuses.findTaken(this.showId)
      : await this.statuses.findChanged(this.showId, this.since);
    this.board.put((isWhole ? this.allOf(reading) : pairsOf(reading)).filter(([place]) => !this.told.has(place)));
    if (reading.readAt !== undefined) this.since = new Date(reading.readAt.getTime() - OVERLAP_MS);
    if (!this.isDoubted) this.readAt = began;
    if (isWhole) this.wholeAt = began;
  }

  /** What differs from the board, of a reading of all that are not free. */
  private allOf(reading: StatusReading): readonly PlaceCode[] {
    const read = new PackedStatus(this.board.size);
    for (const [place, code] of pairsOf(reading)) read.put(place, code);
    return this.board.status.differences(read).map((place) => [place, read.codeAt(place)]);
  }
}

function pairsOf({ places, codes }: StatusReading): readonly PlaceCode[] {
  return places.map((place, index) => [place, codes[index] as number]);
}
