import { askedOf, ReadEvent, returnedOf, StoredBooking, StoredEvent, StoreState } from '../model/store-state';

/** An event, wherever it is: still unread, or with its reader. */
type Known = Pick<ReadEvent, 'number' | 'kind' | 'seats'>;

/**
 * The outbox: nothing that happened is ever without its event, no event is without what happened, and each reader gets
 * those of a booking in order.
 */
export function brokenOutbox(state: StoreState): readonly string[] {
  return Object.entries(state.read ?? {}).flatMap(([reader, ofBookings]) =>
    Object.values(state.bookings).flatMap((booking) => {
      const read = ofBookings[booking.id] ?? [];
      const unread = (booking.events ?? []).filter(({ readers }) => readers.includes(reader));
      return [wrongFacts(booking, read, unread), wrongOrder(read)]
        .filter((wrong) => wrong !== undefined)
        .map((wrong) => `outbox: of booking ${booking.id}, ${reader} ${wrong}`);
    }),
  );
}

/** What a reader has acted on, as its booking knows, never waits for it again. */
export function eventMoves(before: StoreState, after: StoreState): readonly string[] {
  return Object.values(before.bookings).flatMap((was) => {
    const is = after.bookings[was.id];
    const waited = new Set(waitingOf(was));
    const again =
      is === undefined ? [] : waitingOf({ ...is, eventCount: was.eventCount }).filter((one) => !waited.has(one));
    return again.map((one) => `outbox: of booking ${was.id}, ${one} waits again`);
  });
}

/** When nothing went wrong, each reader got each event once. */
export function readTwice({ read = {} }: StoreState): readonly string[] {
  return Object.entries(read).flatMap(([reader, ofBookings]) =>
    Object.entries(ofBookings).flatMap(([bookingId, events]) =>
      events
        .filter(({ times }) => times > 1)
        .map(({ number }) => `outbox: ${reader} got event ${number} of booking ${bookingId} twice, for no reason`),
    ),
  );
}

/** Long after everything stopped nobody waits for anything. */
export function neverRead({ bookings }: StoreState): readonly string[] {
  return Object.values(bookings)
    .filter(({ events, eventsDue }) => events !== undefined || eventsDue !== undefined)
    .map(({ id }) => `outbox: an event of booking ${id} is never read`);
}

function wrongFacts(
  booking: StoredBooking,
  read: readonly ReadEvent[],
  unread: readonly StoredEvent[],
): string | undefined {
  const known = new Map<number, Known>();
  for (const { number, kind, seats } of [...unread, ...read]) {
    const other = known.get(number);
    if (other !== undefined && textOf(other) !== textOf({ kind, seats })) return `has two events ${number}`;
    known.set(number, { number, kind, seats });
  }
  const events = [...known.values()].sort((a, b) => a.number - b.number);
  // What was given back in one move stands seat by seat in the booking.
  const happened = events.flatMap((event) =>
    event.kind === 'seats-returned' ? event.seats.map((seatId) => `${event.kind} ${seatId}`) : [textOf(event)],
  );
  const facts = factsOf(booking);
  return happened.join('; ') === facts.join('; ')
    ? undefined
    : `was told “${happened.join('; ')}”, and what happened is “${facts.join('; ')}”`;
}

/** What happened to a booking, in order. */
function factsOf(booking: StoredBooking): readonly string[] {
  const { confirmedAt, status, seats } = booking;
  return [
    ...(confirmedAt === undefined ? [] : [textOf({ kind: 'confirmed', seats: askedOf(booking) })]),
    ...returnedOf(booking).map(({ seatId }) => `seats-returned ${seatId}`),
    ...(status === 'CANCELLED' ? [textOf({ kind: 'cancelled', seats })] : []),
  ];
}

function wrongOrder(read: readonly ReadEvent[]): string | undefined {
  const numbers = read.map(({ number }) => number);
  return numbers.every((number, at) => number === at + 1) ? undefined : `got them in the order ${numbers.join()}`;
}

function textOf({ kind, seats }: Pick<Known, 'kind' | 'seats'>): string {
  return `${kind} ${seats.join()}`;
}

/** Who waits for which of the events that were counted. */
function waitingOf({ events = [], eventCount = 0 }: Pick<StoredBooking, 'events' | 'eventCount'>): readonly string[] {
  return events
    .filter(({ number }) => number <= eventCount)
    .flatMap(({ number, readers }) => readers.map((reader) => `event ${number} for ${reader}`));
}
