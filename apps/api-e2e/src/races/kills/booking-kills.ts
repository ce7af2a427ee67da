import type { Promises } from '../../harness/invariants';
import type { KillCase, Scene } from './scene';
import { mustBe, mustBreak, settled, storedStatuses, story } from './scene';

/** Seats that the buyer of a scene asks for, by place. */
const WISH = 3;

/** Killed before the intent is stored: nothing happened, and the retry books. */
async function nothingStored(scene: Scene): Promise<readonly string[]> {
  const broken = await bookAtDoomed(scene);
  const retry = await bookAgain(scene);
  return [
    ...broken,
    ...mustBe('retry', story(retry), '201 booked'),
    ...mustBe('stored', await storedStatuses(scene.arena, scene.buyer), ['CONFIRMED']),
    ...(await settled(scene.arena, scene.show)),
  ];
}

/** Killed with the intent stored and the confirm not: in progress until the lease is over, then expired for good. */
async function givenUp(scene: Scene): Promise<readonly string[]> {
  const broken = await bookAtDoomed(scene);
  const early = await bookAgain(scene);
  const left = await settled(scene.arena, scene.show);
  const late = await bookAgain(scene);
  return [
    ...broken,
    ...mustBe('retry before the end of the lease', story(early), '409 in-progress'),
    ...left,
    ...mustBe('retry after it', story(late), '410 booking-expired'),
    ...mustBe('stored', await storedStatuses(scene.arena, scene.buyer), ['EXPIRED']),
    ...(await seatsCanBeSold(scene)),
  ];
}

/** Killed after the confirm: the answer was lost, the booking was not. */
async function confirmed(scene: Scene): Promise<readonly string[]> {
  const broken = await bookAtDoomed(scene);
  const retry = await bookAgain(scene);
  return [
    ...broken,
    ...mustBe('retry', story(retry), '201 booked replayed'),
    ...mustBe('stored', await storedStatuses(scene.arena, scene.buyer), ['CONFIRMED']),
    ...(await scene.arena.violations(ofShow(scene, [retry.body.bookingId]))),
  ];
}

/** The same with the last wished seat sold before, so that the server dies while it gives the others back. */
function afterRivalTookTheLast(play: (scene: Scene) => Promise<readonly string[]>): KillCase['play'] {
  return async (scene) => {
    const sold = await scene.rival.book(scene.show.showId, [scene.show.seatIds[WISH - 1] as string]);
    const complaints = await play(scene);
    const lost = await scene.arena.violations(ofShow(scene, [sold.body.bookingId]));
    return [...mustBe('the rival', story(sold), '201 booked'), ...complaints, ...lost];
  };
}

/** Killed after the failure was stored: the retry gets the same refusal. */
async function refused(scene: Scene): Promise<readonly string[]> {
  const broken = await bookAtDoomed(scene);
  const retry = await bookAgain(scene);
  return [
    ...broken,
    ...mustBe('retry', story(retry), '409 seat-taken'),
    ...mustBe('refused seat', retry.body.seatIds, [scene.show.seatIds[WISH - 1]]),
    ...mustBe('stored', await storedStatuses(scene.arena, scene.buyer), ['FAILED']),
    ...(await settled(scene.arena, scene.show)),
  ];
}

/** The rules for the scene's own show; other scenes on the same database are still under way. */
function ofShow({ show }: Scene, confirmed: readonly string[]): Promises {
  return { confirmed, isSettled: false, showId: show.showId };
}

/** Books until the server is dead. @returns what is wrong with that */
async function bookAtDoomed({ buyer, doomed, show, key }: Scene): Promise<readonly string[]> {
  return mustBreak(await buyer.at(doomed.http).book(show.showId, show.seatIds.slice(0, WISH), key), doomed);
}

function bookAgain({ buyer, show, key }: Scene): ReturnType<Scene['buyer']['book']> {
  return buyer.book(show.showId, show.seatIds.slice(0, WISH), key);
}

/** Others can book the seats that were given up: all but the seat that the rival may have. */
async function seatsCanBeSold({ rival, show }: Scene): Promise<readonly string[]> {
  const next = await rival.book(show.showId, show.seatIds.slice(0, WISH - 1));
  return mustBe('the next buyer', story(next), '201 booked');
}

/** Death at every step of a booking and of its rollback. */
export const BOOKING_KILLS: readonly KillCase[] = [
  { name: 'before the intent', point: { phase: 'booking.open', nth: 1, when: 'before' }, play: nothingStored },
  { name: 'after the intent', point: { phase: 'booking.open', nth: 1, when: 'after' }, play: givenUp },
  { name: 'after the first of three locks', point: { phase: 'seat.lock', nth: 1, when: 'after' }, play: givenUp },
  { name: 'before the second lock', point: { phase: 'seat.lock', nth: 2, when: 'before' }, play: givenUp },
  { name: 'after the second lock', point: { phase: 'seat.lock', nth: 2, when: 'after' }, play: givenUp },
  { name: 'after the last lock', point: { phase: 'seat.lock', nth: 3, when: 'after' }, play: givenUp },
  { name: 'before the confirm', point: { phase: 'booking.confirm', nth: 1, when: 'before' }, play: givenUp },
  { name: 'after the confirm', point: { phase: 'booking.confirm', nth: 1, when: 'after' }, play: confirmed },
  {
    name: 'after the missed lock',
    point: { phase: 'seat.lock', nth: 3, when: 'after' },
    play: afterRivalTookTheLast(givenUp),
  },
  {
    name: 'before the first release',
    point: { phase: 'seat.release', nth: 1, when: 'before' },
    play: afterRivalTookTheLast(givenUp),
  },
  {
    name: 'after the first release',
    point: { phase: 'seat.release', nth: 1, when: 'after' },
    play: afterRivalTookTheLast(givenUp),
  },
  {
    name: 'before the failure is stored',
    point: { phase: 'booking.fail', nth: 1, when: 'before' },
    play: afterRivalTookTheLast(givenUp),
  },
  {
    name: 'after the failure is stored',
    point: { phase: 'booking.fail', nth: 1, when: 'after' },
    play: afterRivalTookTheLast(refused),
  },
];
