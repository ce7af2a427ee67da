import { Injectable, Logger } from '@nestjs/common';
import { Budget, Job, Jobs, Settings } from '@modex/api-core';
import { Booking, BookingDeed, BookingEvent, nextUnread } from '@modex/domain';
import { BookingEventsRepository, UnreadEvents } from './booking-events.repository';

/** An event with the readers that will get it. */
export interface NewBookingEvent extends BookingDeed {
  readonly readers: readonly string[];
}

/** A part of the system that must act once on events of bookings. */
export interface BookingEventReader {
  /** Its name, which is stored with the events that it waits for and must never change. */
  readonly name: string;
  /** Whether it acts on such an event. Asked before the event happens; events that no reader wants are not stored. */
  wants(deed: BookingDeed, booking: Booking): boolean;
  /**
   * Acts on the event. It is called again if the outcome of an earlier call is unknown, so a second call must do no harm:
   * booking id and number identify the event. If it throws, this event and all later ones of the booking wait.
   */
  read(event: BookingEvent, booking: Booking): Promise<void>;
}

/** Bookings looked at at once. */
const BATCH = 100;
/**
 * Hands the events of bookings to their readers, at least once and in order for each booking. An event is stored by the
 * same write that makes it true, so there is never one without the other.
 */
@Injectable()
export class BookingOutbox implements Job {
  readonly name = 'outbox of bookings';
  readonly pauseMs = 1_000;
  readonly budgetMs = 5_000;
  private readonly logger = new Logger(BookingOutbox.name);
  private readonly readers = new Map<string, BookingEventReader>();

  constructor(
    private readonly events: BookingEventsRepository,
    private readonly settings: Settings,
    jobs: Jobs,
  ) {
    jobs.add(this);
  }

  /** Adds a reader; called by a room when it is wired. */
  add(reader: BookingEventReader): void {
    this.readers.set(reader.name, reader);
  }

  /** The event to store with a move of the booking; undefined if no reader waits for it. */
  eventOf(deed: BookingDeed, booking: Booking): NewBookingEvent | undefined {
    const readers = [...this.readers.values()].filter((reader) => reader.wants(deed, booking)).map(({ name }) => name);
    return readers.length === 0 ? undefined : { ...deed, readers };
  }

  /** If a process dies while it hands over an event, another one takes over after a lease. */
  async run(budget: Budget): Promise<void> {
    const claimMs = this.settings.leaseSeconds * 1_000;
    let unread: readonly UnreadEvents[];
    do {
      unread = await this.events.findUnread(BATCH);
      for (const seen of unread) {
        if (budget.isSpent) return;
        await this.handOver(await this.events.claim(seen, claimMs));
      }
    } while (unread.length === BATCH && !budget.isSpent);
  }

  /** A reader that fails gets no later event before this one; the other readers go on. */
  private async handOver(claimed: UnreadEvents | undefined): Promise<void> {
    const waiting = new Set<string>();
    let now = claimed;
    while (now !== undefined) {
      const next = nextUnread(now.events, (name) => waiting.has(name) || !this.readers.has(name));
      if (next === undefined) return;
      if (await this.tell(next.reader, next.event, now.booking)) now = await this.events.markRead(now, next);
      else waiting.add(next.reader);
    }
  }

  private async tell(reader: string, event: BookingEvent, booking: Booking): Promise<boolean> {
    try {
      await this.readers.get(reader)?.read(event, booking);
      return true;
    } catch (error) {
      this.logger.warn(`${reader} could not act on event ${event.number} of booking ${booking.id}: ${String(error)}`);
      return false;
    }
  }
}
