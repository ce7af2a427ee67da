import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { mdiAlertOctagonOutline, mdiCancel, mdiCheckDecagram, mdiClockAlertOutline } from '@mdi/js';
import {
  Api,
  getSeatHistory,
  Problem,
  readProblem,
  SeatEventKind,
  SeatEventResponse,
  SeatHistoryResponse,
} from '@modex/web-api-client';
import { ChipTone, Notice, seatName, Skeleton, StatusChip } from '@modex/web-ui';
import { writeMoment } from './moment';

interface EventWords {
  readonly word: string;
  readonly icon: string;
  readonly tone: ChipTone;
  readonly more: string;
}

const EVENT_WORDS: Readonly<Record<SeatEventKind, EventWords>> = {
  BOOKED: { word: 'Booked', icon: mdiCheckDecagram, tone: 'good', more: '' },
  CANCELLED: { word: 'Cancelled', icon: mdiCancel, tone: 'bad', more: 'The seat was given back.' },
  TRIED: {
    word: 'Tried',
    icon: mdiClockAlertOutline,
    tone: 'quiet',
    more: 'An attempt that came to nothing had it until then.',
  },
};

/** What happened to one seat, oldest first. Emits `visited` with the time of an event whose house is asked for. */
@Component({
  selector: 'mx-seat-history',
  imports: [MatButtonModule, Notice, Skeleton, StatusChip],
  templateUrl: './seat-history.html',
  styleUrl: './seat-history.scss',
})
export class SeatHistory {
  private readonly api = inject(Api);

  readonly showId = input.required<string>();
  readonly seatId = input.required<string>();
  readonly visited = output<string>();

  protected readonly write = writeMoment;
  protected readonly name = seatName;
  protected readonly history = signal<SeatHistoryResponse | undefined>(undefined);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly events = computed(() => inWords(this.history()?.events ?? []));

  constructor() {
    effect(() => {
      this.showId();
      this.seatId();
      untracked(() => void this.read());
    });
  }

  protected async read(): Promise<void> {
    const [showId, seatId] = [this.showId(), this.seatId()];
    this.problem.set(undefined);
    this.history.set(undefined);
    try {
      const history = await this.api.invoke(getSeatHistory, { showId, seatId });
      if (seatId === this.seatId()) this.history.set(history);
    } catch (error) {
      if (seatId === this.seatId()) this.problem.set(readProblem(error));
    }
  }
}

/** Each event with its words; a sale of a seat that another booking still had is called what it is. */
function inWords(
  events: readonly SeatEventResponse[],
): readonly (SeatEventResponse & { readonly words: EventWords })[] {
  const owners = new Set<string>();
  return events.map((event) => {
    const [owner] = owners;
    if (event.kind === 'BOOKED') owners.add(event.bookingId);
    else owners.delete(event.bookingId);
    const twice = event.kind === 'BOOKED' && owner !== undefined && owner !== event.bookingId;
    return { ...event, words: twice ? soldTwice(owner) : EVENT_WORDS[event.kind] };
  });
}

function soldTwice(owner: string): EventWords {
  return {
    word: 'Sold twice',
    icon: mdiAlertOctagonOutline,
    tone: 'bad',
    more: `Booking ${owner} still had the seat. Speak to both buyers, and tell whoever runs this server.`,
  };
}
