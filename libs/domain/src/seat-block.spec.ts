import { BlockEvent, blockedAt } from './seat-block';

describe('the seats that were blocked at a moment', () => {
  const event = (seatId: string, kind: BlockEvent['kind'], at: number): BlockEvent => ({
    ...{ seatId, kind, at: new Date(at), by: 'admin' },
  });
  const events = [
    event('a', 'BLOCKED', 1),
    event('a', 'BLOCK_RELEASED', 3),
    event('a', 'BLOCKED', 5),
    event('b', 'BLOCKED', 4),
  ];
  const at = (moment: number): readonly string[] => [...blockedAt(new Date(moment), events)].sort();

  it.each([
    [0, []],
    [1, ['a']],
    [2, ['a']],
    [3, []],
    [4, ['b']],
    [5, ['a', 'b']],
  ])('at %i they are %j', (moment, seats) => expect(at(moment)).toEqual(seats));
});
