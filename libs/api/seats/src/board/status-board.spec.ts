import * as fc from 'fast-check';
import { PlaceCode, StatusBoard } from './status-board';

const SIZE = 12;
const changes = fc.array(fc.tuple(fc.nat({ max: SIZE - 1 }), fc.nat({ max: 3 })), { maxLength: 6 });

describe('a status board', () => {
  it('has the same version as long as no seat changes, and never one that it had before', () => {
    const board = new StatusBoard(SIZE);
    const versions = [board.version];
    const after = (seats: readonly PlaceCode[]) => {
      board.put(seats);
      return versions[versions.push(board.version) - 1];
    };
    expect(after([[3, 2]])).not.toBe(versions[0]);
    expect(after([[3, 2]])).toBe(versions[1]);
    expect(after([])).toBe(versions[1]);
    expect(versions.slice(0, 2)).not.toContain(after([[3, 0]]));
  });

  it('has no version of another board', () => {
    const [one, other] = [new StatusBoard(SIZE), new StatusBoard(SIZE)];
    expect(one.version).not.toBe(other.version);
    expect(one.changesSince(other.version)).toBeUndefined();
  });

  it.each(['', '0', 'nonsense', 'ffffffffffff-0', '-1'])('knows nothing since %j', (version) =>
    expect(new StatusBoard(SIZE).changesSince(version)).toBeUndefined(),
  );

  it('knows nothing since a version that it does not have yet', () => {
    const board = new StatusBoard(SIZE);
    board.put([[1, 2]]);
    expect(board.changesSince(board.version.replace(/\d+$/, '2'))).toBeUndefined();
  });

  it('tells what changed since any version, so that whoever had that one has this one', () => {
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 8 }), (batches) => {
        const board = new StatusBoard(SIZE);
        const seen = [{ version: board.version, codes: codesOf(board) }];
        for (const batch of batches) {
          board.put(batch);
          seen.push({ version: board.version, codes: codesOf(board) });
        }
        for (const { version, codes } of seen) {
          const since = board.changesSince(version);
          expect(since?.reduce((all, [place, code]) => all.with(place, code), codes)).toEqual(codesOf(board));
          expect(new Set(since?.map(([place]) => place)).size).toBe(since?.length);
        }
      }),
    );
  });

  it('tells the last two thousand changes, and nothing of what was before them', () => {
    const board = new StatusBoard(SIZE);
    const turn = (times: number) => {
      for (let i = 0; i < times; i++) board.put([[i % SIZE, 1 + (Math.floor(i / SIZE) % 2)]]);
    };
    turn(SIZE);
    const { version } = board;
    turn(2_048 - SIZE);
    for (const last of [1, 2, 1, 2].slice(0, 2)) board.put([[0, last]]);
    expect(board.changesSince(version)).toBeDefined();
    turn(2_048 + SIZE);
    expect(board.changesSince(version)).toBeUndefined();
  });

  it('calls who watches after each change, once for all that came together, until he ends it', () => {
    const board = new StatusBoard(SIZE);
    const changed = jest.fn();
    const end = board.watch(changed);
    board.put([
      [0, 1],
      [1, 1],
    ]);
    board.put([[0, 1]]);
    expect(changed).toHaveBeenCalledTimes(1);
    end();
    board.put([[0, 2]]);
    expect(changed).toHaveBeenCalledTimes(1);
  });
});

function codesOf({ status }: StatusBoard): readonly number[] {
  return Array.from({ length: SIZE }, (_, place) => status.codeAt(place));
}
