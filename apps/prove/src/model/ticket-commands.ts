import { BookingRef, NewEntry } from '@modex/api-bookings/protocol';
import { Reissue } from '@modex/domain';
import { Applied, isEqual, named, write } from './booking-commands';
import { StoredBooking, StoreState } from './store-state';

export interface WriteTickets extends BookingRef {
  /** The seats of the booking, and the version of its tickets, as they were read; undefined: there was none. */
  readonly seen: readonly string[];
  readonly version: number | undefined;
  readonly entries: readonly Omit<NewEntry, 'at'>[];
  readonly reissued: readonly Reissue[];
}

/** The database commands on tickets. */
export const TICKET_COMMANDS = {
  /** Only while the booking has exactly the seats that were seen, and its tickets are what they were. */
  'tickets.write': (
    state: StoreState,
    { seen, version, entries, reissued, ...ref }: WriteTickets,
  ): Applied<StoredBooking | null> => {
    const booking = named(state, ref);
    if (booking?.status !== 'CONFIRMED' || !isEqual(booking.seats, seen)) return [state, null];
    if (booking.tickets?.version !== version) return [state, null];
    return write(state, { ...booking, tickets: { version: (version ?? 0) + 1, entries, reissued } });
  },
};
