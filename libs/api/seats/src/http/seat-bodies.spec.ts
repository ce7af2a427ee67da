import { Settings } from '@modex/api-core';
import { inPlainPlan, layoutOf, SeatedShow } from '@modex/domain';
import { StatusBoard } from '../board/status-board';
import { SeatBodies } from './seat-bodies';

/** A show of so many seats, of which nothing else matters. */
function show(id: string, totalSeats = 6): SeatedShow {
  return inPlainPlan({ id, seatPrefix: '9f8e7d6c5b4a3928', ...layoutOf({ totalSeats }) }) as SeatedShow;
}

describe('the bodies of a board', () => {
  const bodies = new SeatBodies({ maxSeatsPerBooking: 4 } as Settings);

  it('say all statuses in a text of base64', () => {
    const board = new StatusBoard(6);
    board.put([
      [1, 2],
      [2, 2],
      [5, 3],
    ]);
    const { version, body } = bodies.statusOf(show('a'), board);
    const view = JSON.parse(body().plain.toString());
    expect(view).toEqual({
      ...{ showId: 'a', planVersion: 1, version: board.version, totalSeats: 6, status: 'KAw=' },
      maxSeatsPerBooking: 4,
    });
    expect(version).toBe(board.version);
  });

  it.each(['statusOf', 'mapOf'] as const)('are made once for a version, and anew for the next: %s', (kind) => {
    const board = new StatusBoard(6);
    const [one, other] = [bodies[kind](show('b'), board).body(), bodies[kind](show('b'), board).body()];
    expect(other).toBe(one);
    board.put([[0, 2]]);
    const after = bodies[kind](show('b'), board).body();
    expect(after).not.toBe(one);
    expect(JSON.parse(after.plain.toString())).toMatchObject({ version: board.version });
  });

  it('of maps are kept as far as there is room, and made all the same', () => {
    // There is room for four of the largest.
    const shows = ['c', 'd', 'e', 'f', 'g'].map((id) => ({ show: show(id, 100_000), board: new StatusBoard(100_000) }));
    const made = shows.map(({ show: each, board }) => bodies.mapOf(each, board).body());
    const again = shows.map(({ show: each, board }) => bodies.mapOf(each, board).body());
    expect(again.filter((body, index) => body === made[index]).length).toBeLessThan(5);
    expect(JSON.parse((made[4] as (typeof made)[number]).plain.toString()).seats).toHaveLength(100_000);
  }, 60_000);
});
