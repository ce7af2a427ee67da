import { bookingsIn, framesIn } from './happenings';

const SHOW = { id: 'a'.repeat(24), seatIds: ['s0', 's1', 's2'] };
const CUSTOMERS = ['Ann', 'Ben'].map((token) => ({ userId: token, token }));
const of = (...places: readonly number[]): string =>
  `event: changes\nid: x-1\ndata: ${JSON.stringify({ version: 'x-1', changes: places.map((place) => [place, 2]) })}\n\n`;

describe('what viewers are to hear of', () => {
  it('is a booking of the next seat by the next customer', () => {
    const next = bookingsIn(SHOW, CUSTOMERS);
    expect([...next(1), ...next(2)].map(({ asked, place }) => [asked.body, place])).toEqual([
      [{ seatIds: ['s0'], userId: 'Ann' }, 0],
      [{ seatIds: ['s1'], userId: 'Ben' }, 1],
      [{ seatIds: ['s2'], userId: 'Ann' }, 2],
    ]);
    expect(() => next(1)).toThrow('the 3 seats');
  });

  it('is for the floor what Modex last sent of one seat, about the next seat', () => {
    const next = framesIn(SHOW, [of(40), of(50), of(60, 61)]);
    expect(next(2).map(({ asked }) => asked.body)).toEqual([{ frame: of(0) }, { frame: of(1) }]);
    expect(() => framesIn(SHOW, [of(60, 61)])).toThrow('no event of one seat alone');
  });
});
