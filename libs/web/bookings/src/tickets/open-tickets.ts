import { computed, inject, Injectable, signal } from '@angular/core';
import {
  Api,
  BookingResponse,
  getMyBooking,
  getTickets,
  getTicketsPdf,
  reading,
  readProblem,
  TicketResponse,
} from '@modex/web-api-client';
import { DeviceMemory, HeadingFocus, OWN, serverClock, TabMemory } from '@modex/web-ui';
import { bookingDoor } from '../access/asked-booking';
import { BookingAccess } from '../access/booking-access';
import { BOOKINGS_REFRESH_MS } from '../refresh-pause';

/** A booking with its tickets, as they were read. */
export interface TicketsSeen {
  readonly booking: BookingResponse;
  readonly tickets: readonly TicketResponse[];
  /** When they were read (RFC 3339). */
  readonly seenAt: string;
}

/**
 * The tickets of a page, kept fresh while somebody looks: a door may let somebody in at any time. The device keeps what was
 * read last for whoever is signed in, and the tab for whoever looked the booking up: without a network that is shown.
 */
@Injectable()
export class OpenTickets {
  private readonly api = inject(Api);
  private readonly access = inject(BookingAccess);
  private readonly headingFocus = inject(HeadingFocus);
  private readonly device = inject(DeviceMemory);
  private readonly tab = inject(TabMemory);

  /** The booking of the address. */
  readonly bookingId = signal('');
  private readonly door = bookingDoor(this.bookingId);
  readonly closed = this.door.closed;
  /** The tickets come from what the device kept. */
  private readonly recalled = signal(false);
  readonly reading = reading<{ readonly bookingId: string }, TicketsSeen>({
    params: this.door.asked,
    read: ({ bookingId }, before) => this.read(bookingId, before),
    pause: (seen) => (seen?.booking.status === 'CONFIRMED' ? BOOKINGS_REFRESH_MS : undefined),
  });
  /** When what is shown was read, where it may be behind; otherwise undefined. */
  readonly asOf = computed(() => {
    const behind = this.recalled() || this.reading.behind() !== undefined;
    return behind ? this.reading.value()?.seenAt : undefined;
  });

  /** The tickets on paper, as the API draws them. @throws what the call threw: read it with `readProblem` */
  async onPaper(): Promise<Blob> {
    const bookingId = this.bookingId();
    return this.api.invoke(getTicketsPdf, { bookingId, ...this.access.headerOf(bookingId) });
  }

  /** Takes over the tickets that a write has answered. */
  set(tickets: readonly TicketResponse[]): void {
    const seen = this.reading.value();
    if (seen) this.reading.set(this.keep({ ...seen, tickets, seenAt: now() }));
  }

  private async read(bookingId: string, before: TicketsSeen | undefined): Promise<TicketsSeen> {
    try {
      const asked = { bookingId, ...this.access.headerOf(bookingId) };
      const [booking, { tickets }] = await Promise.all([
        this.api.invoke(getMyBooking, asked),
        this.api.invoke(getTickets, asked),
      ]);
      if (before) this.headingFocus.keep();
      this.recalled.set(false);
      return this.keep({ booking, tickets, seenAt: now() });
    } catch (error) {
      const { code } = readProblem(error);
      // The proof's hour is over: the page asks for a sign-in, as if nobody had looked the booking up.
      if (code === 'unauthenticated') this.access.forget(bookingId);
      const kept = before === undefined && code === 'unreachable' ? this.kept(bookingId) : undefined;
      if (kept === undefined) throw error;
      this.recalled.set(true);
      return kept;
    }
  }

  private keep(seen: TicketsSeen): TicketsSeen {
    this.memoryOf(seen.booking.bookingId).keep(nameOf(seen.booking.bookingId), seen);
    return seen;
  }

  private kept(bookingId: string): TicketsSeen | undefined {
    const kept = this.memoryOf(bookingId).recall(nameOf(bookingId));
    return isSeen(kept) ? kept : undefined;
  }

  private memoryOf(bookingId: string): DeviceMemory | TabMemory {
    return this.access.has(bookingId) ? this.tab : this.device;
  }
}

function nameOf(bookingId: string): string {
  return `${OWN}tickets.${bookingId}`;
}

function now(): string {
  return new Date(serverClock.now()).toISOString();
}

function isSeen(kept: unknown): kept is TicketsSeen {
  return typeof kept === 'object' && kept !== null && 'booking' in kept && 'tickets' in kept && 'seenAt' in kept;
}
