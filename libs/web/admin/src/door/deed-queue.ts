import { Deed, Entering, Undoing } from './door-deeds';
import { KeptRecords, Shelf } from './kept-records';

/** Why the API refused what a door without a network had done. */
export interface Refusal {
  readonly code: string;
  /** When and where somebody else had come in with the ticket. */
  readonly entry?: { readonly at: string; readonly door: string | null };
}

/** Somebody was let in without a network who should not have been. */
export interface Conflict {
  readonly deed: Entering;
  readonly refusal: Refusal;
}

/** The API has it; it cannot be asked now; or it refused. */
export type Sent = 'done' | 'later' | Refusal;

/** A deed, and the place at which it was done. */
interface Placed {
  readonly turn: number;
  readonly deed: Deed;
}

/**
 * What doors did without a network, in the order in which it was done, until the API has it; kept by the device. A deed may
 * be sent twice: its scan names it.
 */
export class DeedQueue {
  private sending: Promise<void> | undefined;
  private readonly waiting: KeptRecords<Placed>;
  private readonly refused: KeptRecords<Conflict>;

  constructor(shelf: Shelf) {
    this.waiting = new KeptRecords(shelf, 'door-deeds.', isPlaced);
    this.refused = new KeptRecords(shelf, 'door-conflicts.', isConflict);
  }

  /** Of all shows, in the order in which they were done. */
  deeds(): readonly Deed[] {
    return this.inOrder().map(({ deed }) => deed);
  }

  conflicts(): readonly Conflict[] {
    return [...this.refused.all()].sort((one, other) => one.deed.at.localeCompare(other.deed.at));
  }

  enter(deed: Entering): void {
    this.add(deed);
  }

  /** Takes an entry back. One that waits is dropped too; the API hears of the undoing anyway, for it may have the entry. */
  undo(deed: Undoing): void {
    this.waiting.remove(idOf({ kind: 'enter', scanId: deed.scanId }));
    this.add(deed);
  }

  /** Somebody has seen to it. */
  settle({ deed: { scanId } }: Conflict): void {
    this.refused.remove(scanId);
  }

  /** Sends what waits, one after the other, until all is sent or the API cannot be asked. Never twice at once. */
  async flush(send: (deed: Deed) => Promise<Sent>): Promise<void> {
    this.sending ??= this.sendAll(send).finally(() => (this.sending = undefined));
    return this.sending;
  }

  private async sendAll(send: (deed: Deed) => Promise<Sent>): Promise<void> {
    for (let [next] = this.deeds(); next !== undefined; [next] = this.deeds()) {
      const sent = await send(next);
      if (sent === 'later') return;
      // What was undone while it was on its way is no conflict.
      if (sent !== 'done' && next.kind === 'enter' && this.isWaiting(next)) {
        this.refused.put(next.scanId, { deed: next, refusal: sent });
      }
      this.waiting.remove(idOf(next));
    }
  }

  private isWaiting(deed: Deed): boolean {
    return this.deeds().some((other) => idOf(other) === idOf(deed));
  }

  private add(deed: Deed): void {
    const turn = (this.inOrder().at(-1)?.turn ?? 0) + 1;
    this.waiting.put(idOf(deed), { turn, deed });
  }

  private inOrder(): readonly Placed[] {
    return [...this.waiting.all()].sort((one, other) => one.turn - other.turn);
  }
}

function idOf({ kind, scanId }: Pick<Deed, 'kind' | 'scanId'>): string {
  return `${kind}.${scanId}`;
}

function isPlaced(value: unknown): value is Placed {
  return typeof value === 'object' && value !== null && 'turn' in value && 'deed' in value;
}

function isConflict(value: unknown): value is Conflict {
  return typeof value === 'object' && value !== null && 'deed' in value && 'refusal' in value;
}
