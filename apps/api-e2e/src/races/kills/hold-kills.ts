import type { Booked, Held } from '../../harness/actors';
import type { Reply } from '../../harness/http';
import { until } from '../../harness/until';
import { seatsThatStand } from '../holds/seats';
import type { KillCase, Scene } from './scene';
import { LEASE_SECONDS, mustBe, mustBreak, settled } from './scene';

/** A change that nobody finishes is undone by the first sweep after this time. */
const CHANGE_MS = (10 + 5) * 1_000;

/** The places that the buyer holds first, and those that the buyer changes to. */
const [FIRST, SECOND] = [
  [0, 1],
  [1, 2],
] as const;

const seatsOf = ({ show }: Scene, places: readonly number[]): readonly string[] =>
  places.map((place) => show.seatIds[place] as string);

/** Killed while a hold is made: within lease + 5 s it is whole, or nothing is left; the same request makes it then. */
const making: KillCase['play'] = async (scene) => {
  const { arena, buyer, doomed, show } = scene;
  const broken = await mustBreak(await buyer.at(doomed.http).hold(show.showId, seatsOf(scene, FIRST)), doomed);
  const left = await settled(arena, show);
  const again = await until('the hold', CHANGE_MS, async () => {
    const reply = await buyer.hold(show.showId, seatsOf(scene, FIRST));
    return reply.body.code === 'in-progress' ? undefined : reply;
  });
  return [
    ...broken,
    ...left,
    ...mustBe('held again', [again.status < 300, again.body.status], [true, 'HELD']),
    ...(await booksWhatItSees(scene, again)),
  ];
};

/** Killed while a hold is changed: it has its old seats or its new ones, and the change can be asked for again. */
const changing: KillCase['play'] = async (scene) => {
  const { buyer, doomed, show } = scene;
  const { showId } = show;
  const held = await buyer.hold(showId, seatsOf(scene, FIRST));
  const hold = { showId, holdId: held.body.holdId };
  const broken = await mustBreak(await buyer.at(doomed.http).changeHold(hold, seatsOf(scene, SECOND)), doomed);
  const changed = await until('the change', CHANGE_MS, async () => {
    const reply = await buyer.changeHold(hold, seatsOf(scene, SECOND));
    return reply.status === 200 ? reply : undefined;
  });
  return [
    ...broken,
    ...mustBe('the hold', held.status, 201),
    ...mustBe(
      'the change',
      changed.body.seats.map(({ id }) => id),
      seatsOf(scene, SECOND),
    ),
    ...(await booksWhatItSees(scene, changed)),
  ];
};

/** Killed while a hold is confirmed: it is booked with all its seats, however often it is asked. */
const confirming: KillCase['play'] = async (scene) => {
  const { buyer, doomed, show } = scene;
  const held = await buyer.hold(show.showId, seatsOf(scene, FIRST));
  const hold = { showId: show.showId, holdId: held.body.holdId };
  const broken = await mustBreak(await buyer.at(doomed.http).bookHeld(hold, seatsOf(scene, FIRST)), doomed);
  return [...broken, ...(await booksWhatItSees(scene, held))];
};

/** Killed while a hold is extended: it is held, and as long as before or longer. */
const extending: KillCase['play'] = async (scene) => {
  const { buyer, doomed, show } = scene;
  const held = await buyer.hold(show.showId, seatsOf(scene, FIRST));
  const hold = { showId: show.showId, holdId: held.body.holdId };
  const broken = await mustBreak(await buyer.at(doomed.http).extendHold(hold), doomed);
  const again = await buyer.extendHold(hold);
  return [
    ...broken,
    ...mustBe('extended', [again.status, again.body.until >= held.body.until], [200, true]),
    ...(await booksWhatItSees(scene, again)),
  ];
};

/** Killed while a hold is given back: its seats are free within 5 s, and it stays given back. */
const releasing: KillCase['play'] = async (scene) => {
  const { arena, buyer, doomed, show, rival } = scene;
  const held = await buyer.hold(show.showId, seatsOf(scene, FIRST));
  const hold = { showId: show.showId, holdId: held.body.holdId };
  const broken = await mustBreak(await buyer.at(doomed.http).giveBack(hold), doomed);
  const again = await buyer.giveBack(hold);
  await until(
    'its seats to be free',
    LEASE_SECONDS * 1_000 + 5_000,
    async () => (await seatsThatStand(arena, show)).length === 0,
  );
  const next = await rival.book(show.showId, seatsOf(scene, FIRST));
  return [...broken, ...mustBe('given back again', again.status, 204), ...mustBe('the next buyer', next.status, 201)];
};

/** Confirms the hold with the seats that it shows: it gets them, and within 5 s no other seat carries its id. */
async function booksWhatItSees({ arena, buyer, show }: Scene, { body }: Reply<Held>): Promise<readonly string[]> {
  const seatIds = body.seats.map(({ id }) => id);
  const booked: Reply<Booked> = await buyer.bookHeld({ showId: show.showId, holdId: body.holdId }, seatIds);
  const stand = (): Promise<readonly string[]> => seatsThatStand(arena, show);
  const expected = seatIds.map((id) => `${id} BOOKED ${body.holdId}`);
  await until(
    'its seats to follow',
    LEASE_SECONDS * 1_000 + 5_000,
    async () => String(await stand()) === String(expected),
  ).catch(() => undefined);
  return [
    ...mustBe('booked', [booked.status, booked.body.bookingId], [201, body.holdId]),
    ...mustBe('seats', await stand(), expected),
  ];
}

/** Death at every step of a hold. */
export const HOLD_KILLS: readonly KillCase[] = [
  { name: 'hold, after the intent', point: { phase: 'booking.open', nth: 1, when: 'after' }, play: making },
  { name: 'hold, after the first lock', point: { phase: 'seat.lock', nth: 1, when: 'after' }, play: making },
  { name: 'hold, before it is HELD', point: { phase: 'hold.hold', nth: 1, when: 'before' }, play: making },
  { name: 'hold, after it is HELD', point: { phase: 'hold.hold', nth: 1, when: 'after' }, play: making },
  { name: 'change, after it began', point: { phase: 'hold.begin', nth: 1, when: 'after' }, play: changing },
  { name: 'change, after its lock', point: { phase: 'seat.lock', nth: 1, when: 'after' }, play: changing },
  { name: 'change, before its commit', point: { phase: 'hold.commit', nth: 1, when: 'before' }, play: changing },
  { name: 'change, after its commit', point: { phase: 'hold.commit', nth: 1, when: 'after' }, play: changing },
  { name: 'change, after its release', point: { phase: 'seat.release', nth: 1, when: 'after' }, play: changing },
  { name: 'confirm of a hold, before it', point: { phase: 'hold.confirm', nth: 1, when: 'before' }, play: confirming },
  { name: 'confirm of a hold, after it', point: { phase: 'hold.confirm', nth: 1, when: 'after' }, play: confirming },
  {
    name: 'confirm of a hold, after its seats',
    point: { phase: 'seat.follow', nth: 1, when: 'after' },
    play: confirming,
  },
  { name: 'extension of a hold, before it', point: { phase: 'hold.extend', nth: 1, when: 'before' }, play: extending },
  { name: 'extension of a hold, after it', point: { phase: 'hold.extend', nth: 1, when: 'after' }, play: extending },
  { name: 'giving a hold back, before it', point: { phase: 'hold.release', nth: 1, when: 'before' }, play: releasing },
  { name: 'giving a hold back, after it', point: { phase: 'hold.release', nth: 1, when: 'after' }, play: releasing },
  {
    name: 'giving a hold back, after its seats',
    point: { phase: 'seat.release', nth: 1, when: 'after' },
    play: releasing,
  },
];
