import { Injectable, Logger } from '@nestjs/common';
import { Budget, Job, Jobs, Settings } from '@modex/api-core';
import { Booking, BookingDeed, BookingEvent, nextUnread } from '@modex/domain';
import { BookingEventsRepository, UnreadEvents } from './booking-events.repository';

/** What happened, with those who will be told of it. */
export interface NewBookingEvent extends BookingDeed {
  readonly readers: readonly string[];
}

/** Somebody who must act once on what happens to bookings. */
export interface BookingEventReader {
  /** Stored with the events that it waits for: never changed. */
  readonly name: string;
  /** Whether it acts on such a thing. Asked before it happens; what nobody wants is not kept. */
  wants(deed: BookingDeed, booking: Booking): boolean;
  /**
   * Acts on it. Called again when the outcome of an earlier call is unknown, so a second one must do no harm: an event
   * is known by its booking's id and its number. What it throws lets it wait, with all that follow in its booking.
   */
  read(event: BookingEvent, booking: Booking): Promise<void>;
}

/** Bookings looked at at once. */
const BATCH = 100;
/**
 * What happened to bookings goes to those who must act on it once: at least once, and per booking in order. It is written
 * by the very write that makes it true, so neither is ever without the other.
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

  /** What to write with a move of the booking; undefined when nobody waits for it. */
  eventOf(deed: BookingDeed, booking: Booking): NewBookingEvent | undefined {
    const readers = [...this.readers.values()].filter((reader) => reader.wants(deed, booking)).map(({ name }) => name);
    return readers.length === 0 ? undefined : { ...deed, readers };
  }

  /** After a lease another process takes over from one that died while it handed an event to a reader. */
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

  /** A reader that fails gets none of the later events before it has this one; the others go on. */
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
