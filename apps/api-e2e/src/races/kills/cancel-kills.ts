import type { KillCase, Scene } from './scene';
import { mustBe, mustBreak, settled, storedStatuses, story } from './scene';

/** The server dies while it cancels a booking of two seats; `stored` is what the database has right after. */
function cancelling(stored: 'CONFIRMED' | 'CANCELLED'): KillCase['play'] {
  return async (scene) => {
    const { arena, buyer, doomed, show } = scene;
    const booked = await buyer.book(show.showId, show.seatIds.slice(0, 2));
    const broken = await mustBreak(await buyer.at(doomed.http).cancel(booked.body.bookingId), doomed);
    const found = await storedStatuses(arena, buyer);
    const left = stored === 'CANCELLED' ? await settled(arena, show) : [];
    return [
      ...mustBe('the booking', story(booked), '201 booked'),
      ...broken,
      ...mustBe('stored', found, [stored]),
      ...left,
      ...(await cancelsAgain(scene, booked.body.bookingId)),
    ];
  };
}

/** Cancelling twice is the same as once, and the seats can be sold again. */
async function cancelsAgain({ arena, buyer, rival, show }: Scene, bookingId: string): Promise<readonly string[]> {
  const again = await buyer.cancel(bookingId);
  const left = await settled(arena, show);
  const next = await rival.book(show.showId, show.seatIds.slice(0, 2));
  return [
    ...mustBe('cancelled again', [again.status, again.body.status], [200, 'CANCELLED']),
    ...left,
    ...mustBe('the next buyer', story(next), '201 booked'),
  ];
}

/** The server dies while one of two seats is given back; `left` is how many the booking has right after. */
function givingBack(left: 1 | 2): KillCase['play'] {
  return async ({ arena, buyer, rival, doomed, show }) => {
    const [first, second] = show.seatIds as readonly [string, string];
    const booked = await buyer.book(show.showId, [first, second]);
    const { bookingId } = booked.body;
    const broken = await mustBreak(await buyer.at(doomed.http).cancel(bookingId, [first]), doomed);
    const found = await seatsOf(buyer, bookingId);
    // Asking again changes nothing. The sweep frees what the dead server left, and the booking keeps its other seat.
    const again = await buyer.cancel(bookingId, [first]);
    const stays = await settled(arena, show);
    const next = await rival.book(show.showId, [first]);
    return [
      ...mustBe('the booking', story(booked), '201 booked'),
      ...broken,
      ...mustBe('seats right after', found, left),
      ...mustBe('given back again', [again.status, again.body.status], [200, 'CONFIRMED']),
      ...stays,
      ...mustBe('seats in the end', await seatsOf(buyer, bookingId), 1),
      ...mustBe('the next buyer', story(next), '201 booked'),
      ...(await arena.violations({ confirmed: [bookingId, next.body.bookingId], showId: show.showId })),
    ];
  };
}

/** How many seats the booking has, as its customer sees it. */
async function seatsOf(buyer: Scene['buyer'], bookingId: string): Promise<number> {
  const { body } = await buyer.get<{ readonly seats: readonly unknown[] }>(`/api/bookings/${bookingId}`);
  return body.seats.length;
}

/** Death at every step of a cancellation, and of giving one seat back. */
export const CANCEL_KILLS: readonly KillCase[] = [
  {
    name: 'before the cancellation is stored',
    point: { phase: 'booking.cancel', nth: 1, when: 'before' },
    play: cancelling('CONFIRMED'),
  },
  {
    name: 'after the cancellation is stored',
    point: { phase: 'booking.cancel', nth: 1, when: 'after' },
    play: cancelling('CANCELLED'),
  },
  {
    name: "after the cancelled booking's seats are released",
    point: { phase: 'seat.release', nth: 1, when: 'after' },
    play: cancelling('CANCELLED'),
  },
  {
    name: 'after the cancelled booking is noted as swept',
    point: { phase: 'booking.swept', nth: 1, when: 'after' },
    play: cancelling('CANCELLED'),
  },
  {
    name: 'before a seat is taken from the list of its booking',
    point: { phase: 'booking.give-back', nth: 1, when: 'before' },
    play: givingBack(2),
  },
  {
    name: 'after a seat is taken from the list of its booking',
    point: { phase: 'booking.give-back', nth: 1, when: 'after' },
    play: givingBack(1),
  },
  {
    name: 'after a seat that was given back is released',
    point: { phase: 'seat.release', nth: 1, when: 'after' },
    play: givingBack(1),
  },
];
