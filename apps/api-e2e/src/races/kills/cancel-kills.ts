import type { KillCase, Scene } from './scene';
import { mustBe, mustBreak, settled, storedStatuses, story } from './scene';

/** The server dies while it cancels a booking of two seats; `stored` is what the database has right after. */
function cancelling(stored: 'CONFIRMED' | 'CANCELLED'): KillCase['play'] {
  return async (scene) => {
    const { arena, buyer, doomed, house } = scene;
    const booked = await buyer.book(house.showId, house.seatIds.slice(0, 2));
    const broken = await mustBreak(await buyer.at(doomed.http).cancel(booked.body.bookingId), doomed);
    const found = await storedStatuses(arena, buyer);
    const left = stored === 'CANCELLED' ? await settled(arena, house) : [];
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
async function cancelsAgain({ arena, buyer, rival, house }: Scene, bookingId: string): Promise<readonly string[]> {
  const again = await buyer.cancel(bookingId);
  const left = await settled(arena, house);
  const next = await rival.book(house.showId, house.seatIds.slice(0, 2));
  return [
    ...mustBe('cancelled again', [again.status, again.body.status], [200, 'CANCELLED']),
    ...left,
    ...mustBe('the next buyer', story(next), '201 booked'),
  ];
}

/** Death at every step of a cancellation. */
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
];
