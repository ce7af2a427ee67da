import type { Actor } from '../../harness/actors';
import { inParallel, until } from '../../harness/until';
import { inArena, type Arena, type ArenaFigures, type ShowWithSeats } from '../arena';
import { mustBe } from '../kills/scene';
import { Tally, type RaceResult } from '../result';
import { SeatViewer } from './seat-viewer';
import { storedStatus } from './stored-status';

/** How many watch. */
export interface WatchFigures {
  readonly viewers: number;
  /** After the last change everybody must see it within this time, in milliseconds. */
  readonly patienceMs?: number;
}

const [BUYERS, SEATS_EACH, TURNS] = [20, 10, 3];
/** Far more than they want: of a small show the whole status is sent at every change. */
const SEATS = 2_000;
/** Connections that are opened at the same time. */
const OPENING = 50;
/** The promise is two and a half seconds; a loaded machine may take longer. */
const PATIENCE_MS = 15_000;
/** One in so many messages between the processes is lost. */
const LOSSES = 10;

/**
 * Many watch a show while others book and cancel at two processes that tell each other of it, and some messages are lost.
 * Each viewer is cut off once and comes back, to either process. In the end all see what the database has, and nobody has
 * seen a version go back.
 */
export function raceWithViewers(
  figures: ArenaFigures,
  { viewers, patienceMs = PATIENCE_MS }: WatchFigures,
): Promise<RaceResult> {
  return inArena({ losses: LOSSES, ...figures, instances: 1, processes: 2 }, async (arena) => {
    const tally = new Tally(`${viewers} viewers of a sale at two processes that lose messages`);
    const show = await arena.createShow({ title: 'Watched', totalSeats: SEATS });
    const url = `${arena.http().address}/api/shows/${show.showId}/seats/events`;
    const audience = Array.from({ length: viewers }, () => new SeatViewer(url));
    try {
      await inParallel(audience, OPENING, (viewer) => viewer.connect());
      await sellBefore(audience, { arena, show, tally });
      const convergedMs = await converge(audience, { arena, show, tally }, patienceMs);
      for (const complaint of audience.flatMap(({ complaints }) => complaints)) tally.wrong(complaint);
      for (const complaint of whatWasMissed(arena, audience)) tally.wrong(complaint);
      return { ...(await tally.close(arena, TURNS)), convergedMs };
    } finally {
      for (const viewer of audience) viewer.close();
    }
  });
}

interface Sale {
  readonly arena: Arena;
  readonly show: ShowWithSeats;
  readonly tally: Tally;
}

/** Customers book and cancel in turns; in each turn a part of the audience is cut off and comes back. */
async function sellBefore(audience: readonly SeatViewer[], sale: Sale): Promise<void> {
  const buyers = await sale.arena.guests(BUYERS);
  const part = Math.ceil(audience.length / TURNS);
  for (let turn = 0; turn < TURNS; turn++) {
    const leaving = audience.slice(turn * part, (turn + 1) * part);
    const coming = inParallel(leaving, OPENING, (viewer) => viewer.connect());
    await Promise.all([coming, ...buyers.map((buyer, index) => bookAndCancel(buyer, index, sale))]);
  }
}

/** Each has seats of his own: he books all of them, one by one, and cancels all but one in three. */
async function bookAndCancel(buyer: Actor, index: number, { show, tally }: Sale): Promise<void> {
  const own = show.seatIds.slice(index * SEATS_EACH, (index + 1) * SEATS_EACH);
  for (const [nth, seatId] of own.entries()) {
    const booked = await buyer.book(show.showId, [seatId]);
    const isStillHis = booked.body.code === 'seat-taken';
    tally.add([booked]);
    if (booked.status !== 201 && !isStillHis) tally.wrong(`a booking came to ${booked.status} ${booked.body.code}`);
    if (booked.status !== 201 || nth % 3 === 0) continue;
    const { status } = await buyer.cancel(booked.body.bookingId);
    if (status === 200) tally.cancelled(booked.body.bookingId);
    else tally.wrong(`a cancellation came to ${status}`);
  }
}

/** Waits until everybody sees what is stored. @returns how long that took, in milliseconds */
async function converge(
  audience: readonly SeatViewer[],
  { arena, show, tally }: Sale,
  patienceMs: number,
): Promise<number> {
  const began = performance.now();
  const stored = await storedStatus(arena, show);
  await until('all viewers to see what is stored', patienceMs, () =>
    audience.every((viewer) => viewer.sees(stored)),
  ).catch(() => {
    const blind = audience.filter((viewer) => !viewer.sees(stored)).length;
    tally.wrong(`${blind} of ${audience.length} viewers do not see what is stored`);
  });
  return Math.round(performance.now() - began);
}

/** What must have happened, so that the race has shown anything: lost messages, and viewers who came to another process. */
function whatWasMissed({ servers }: Arena, audience: readonly SeatViewer[]): readonly string[] {
  const losses = servers.map(({ child }) => child.stderr.split('a message is lost').length - 1);
  return [
    ...mustBe('processes that lost messages', losses, [2]),
    ...mustBe(
      'somebody came to another process',
      audience.some(({ boards }) => boards > 1),
      true,
    ),
  ];
}
