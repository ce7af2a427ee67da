import { randomBytes } from 'node:crypto';
import { PackedStatus } from '@modex/domain';

/** How many changes are kept for readers with an earlier version; readers further behind get the whole status. */
const REMEMBERED = 2_048;

/** A seat by its index in the packed status, with the code of its status. */
export type PlaceCode = readonly [place: number, code: number];

/**
 * The statuses of a show's seats in this process. The version consists of the board's epoch, which no other board has, and
 * the number of its changes, so it is the same exactly as long as no seat changes. Seats are indexed in the order of the
 * numbers of the plan.
 */
export class StatusBoard {
  readonly status: PackedStatus;
  private readonly epoch = randomBytes(6).toString('hex');
  private changes = 0;
  /** The places of the last changes: that of change n at n modulo its length. */
  private readonly recent = new Uint32Array(REMEMBERED);
  private readonly listeners = new Set<() => void>();

  /** @param size how many seats the show has */
  constructor(readonly size: number) {
    this.status = new PackedStatus(size);
  }

  get version(): string {
    return `${this.epoch}-${this.changes}`;
  }

  /** Gives seats their statuses; of two entries of one seat the later counts. */
  put(seats: Iterable<PlaceCode>): void {
    const before = this.changes;
    for (const [place, code] of seats) {
      if (this.status.put(place, code)) this.recent[this.changes++ % REMEMBERED] = place;
    }
    if (this.changes > before) for (const changed of this.listeners) changed();
  }

  /**
   * What changed since a version, each seat once and as it is now.
   * @returns undefined when that is not known: the version is another board's, or too long ago
   */
  changesSince(version: string): readonly PlaceCode[] | undefined {
    const since = this.changesAt(version);
    if (since === undefined || this.changes - since > REMEMBERED) return undefined;
    const places = new Set<number>();
    for (let change = since; change < this.changes; change++) places.add(this.recent[change % REMEMBERED] as number);
    return [...places].map((place) => [place, this.status.codeAt(place)]);
  }

  /** Calls back after each change. @returns a function that ends this */
  watch(changed: () => void): () => void {
    this.listeners.add(changed);
    return () => this.listeners.delete(changed);
  }

  /** How many changes a version of this board has; undefined for any other text. */
  private changesAt(version: string): number | undefined {
    const [, epoch, text] = /^([0-9a-f]{12})-(\d{1,15})$/.exec(version) ?? [];
    const changes = Number(text);
    return epoch === this.epoch && changes <= this.changes ? changes : undefined;
  }
}
