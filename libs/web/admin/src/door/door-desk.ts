import { DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { AdmitDto, isWorthAskingAgain, readProblem } from '@modex/web-api-client';
import { readTicketCode } from '@modex/domain';
import { newKey, serverClock } from '@modex/web-ui';
import { DeedSender } from './deed-sender';
import { DoorTicket, Entering, ticketKey, withEntry } from './door-deeds';
import { DoorList } from './door-list';
import { DoorName } from './door-name';
import {
  admittedResult,
  DoorResult,
  EntryRef,
  offlineRefusedResult,
  offlineResult,
  refusedResult,
} from './door-result';
import { OfflineCheck, Shown } from './offline-check';
import { verifyWith } from './web-verify';

/** How long a door waits for the API before it decides by itself, in milliseconds: people stand in front of it. */
const PATIENCE_MS = 3_000;

/** The API did not answer in time. */
const NO_ANSWER = Symbol('no answer');

/**
 * Lets people in: by the API, and without one by the keys and the list that this device has. Each scan has one name from
 * the first try until it is answered, so that a lost answer neither lets somebody in twice nor refuses them.
 */
@Injectable()
export class DoorDesk {
  private readonly sender = inject(DeedSender);
  private readonly list = inject(DoorList);
  private readonly door = inject(DoorName);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly verify = verifyWith(this.window?.crypto.subtle);
  /** One after the other, in the order in which they were shown. */
  private turn: Promise<void> = Promise.resolve();

  /** By whose clocks times are written. */
  readonly timeZone = signal<string | undefined>(undefined);
  /** About the last ticket that was shown. */
  readonly result = signal<DoorResult | undefined>(undefined);

  /** Ends when the result is shown. */
  show(shown: Shown): Promise<void> {
    this.turn = this.turn.then(() => this.decide(shown));
    return this.turn;
  }

  /** Takes an entry back; without a network when there is one again. */
  async undo(entry: EntryRef): Promise<void> {
    const deed = { ...entry, showId: this.list.showId() };
    const isWaiting = this.list.deeds().some(({ scanId }) => scanId === entry.scanId);
    if (this.list.away() || isWaiting) this.list.note({ kind: 'undo', ...deed });
    else await this.undoNow(deed);
    if (this.result()?.entry?.scanId === entry.scanId) this.result.set(undefined);
  }

  private async undoNow(deed: EntryRef & { readonly showId: string }): Promise<void> {
    try {
      await this.sender.undo(deed);
      void this.list.update((list) => withEntry(list, deed, null));
    } catch (error) {
      const problem = readProblem(error);
      if (isWorthAskingAgain(problem)) this.list.note({ kind: 'undo', ...deed });
      else this.tell(refusedResult(problem, this.ticketOf(deed)));
    }
  }

  private async decide(shown: Shown): Promise<void> {
    const [scanId, door] = [newKey(), this.door.name() || null];
    const body: AdmitDto = { ...shown, scanId, ...(door !== null && { door }) };
    if (this.list.away() || !(await this.isAnswered(shown, body))) await this.decideAlone(shown, { scanId, door });
  }

  /** False when the API cannot be asked now, or does not answer in time. */
  private async isAnswered(shown: Shown, body: AdmitDto): Promise<boolean> {
    const answer = this.sender.admit(this.list.showId(), body);
    try {
      const admission = await inTime(answer);
      if (admission !== NO_ANSWER) {
        this.tell(admittedResult(admission));
        const of = { bookingId: admission.bookingId, seatId: admission.seat.id };
        void this.list.update((list) => withEntry(list, of, admission.entry));
        return true;
      }
      // Whatever it answers later, it is asked again with the same scan.
      answer.catch(() => undefined);
    } catch (error) {
      const problem = readProblem(error);
      if (!isWorthAskingAgain(problem)) {
        this.tell(refusedResult(problem, this.ticketOf(refOf(shown)), this.timeZone()));
        void this.list.reading.refresh();
        return true;
      }
    }
    this.list.away.set(true);
    return false;
  }

  private async decideAlone(shown: Shown, scan: Pick<Entering, 'scanId' | 'door'>): Promise<void> {
    const keys = this.list.fetched()?.list.keys ?? [];
    const checked = await new OfflineCheck(keys, this.list.tickets(), this.verify).check(shown);
    if (checked.refusal !== undefined) {
      return this.tell(offlineRefusedResult(checked, checked.refusal, this.timeZone()));
    }
    const { bookingId, seat } = checked.ticket;
    const deed: Entering = {
      ...{ kind: 'enter', showId: this.list.showId(), bookingId, seatId: seat.id, seat: seat.name, ...scan },
      ...('code' in shown && { code: shown.code }),
      at: new Date(serverClock.now()).toISOString(),
    };
    this.list.note(deed);
    this.tell(offlineResult(deed, checked.ticket));
  }

  private tell(result: DoorResult): void {
    this.result.set(result);
    this.window?.navigator.vibrate?.(result.isIn ? 80 : [120, 80, 120]);
  }

  private ticketOf(ref: { readonly bookingId: string; readonly seatId: string } | undefined): DoorTicket | undefined {
    if (ref === undefined) return undefined;
    const wanted = ticketKey(ref);
    return this.list.tickets().find(({ bookingId, seat }) => ticketKey({ bookingId, seatId: seat.id }) === wanted);
  }
}

function refOf(shown: Shown): { readonly bookingId: string; readonly seatId: string } | undefined {
  return 'code' in shown ? readTicketCode(shown.code)?.ticket : shown;
}

/** The answer, unless it takes longer than people wait. */
async function inTime<T>(answer: Promise<T>): Promise<T | typeof NO_ANSWER> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<typeof NO_ANSWER>((done) => (timer = setTimeout(() => done(NO_ANSWER), PATIENCE_MS)));
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
