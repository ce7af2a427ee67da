import { seatOf } from '../testing/seat-of';
import { bandsOf, countSeats, PlanRow, outlinesOf, placeRows, rowsOf } from './plan-rows';

const row = (name: string, ...seats: PlanRow['seats']): PlanRow => ({ name, seats });

describe('the rows of a plan', () => {
  it('have the order of the plan, and the names of their sections', () => {
    const seats = [
      seatOf('B', 1, { rowOrder: 1, status: 'BOOKED' }),
      seatOf('A', 1, { rowOrder: 2, section: 'Circle' }),
      seatOf('B', 2, { rowOrder: 1, status: 'HELD' }),
    ];
    expect(rowsOf(seats)).toEqual([row('B', 'BOOKED', 'HELD'), row('Circle · A', 'AVAILABLE')]);
  });

  it('become stripes that lose no seat', () => {
    const rows = Array.from({ length: 7 }, (_, index) => row(`${index}`, 'AVAILABLE', 'BOOKED'));
    const bands = bandsOf(rows, 3);
    expect(bands.map(({ from, to }) => `${from}-${to}`)).toEqual(['0-2', '3-5', '6-6']);
    expect(bands.map(({ counts }) => counts.BOOKED)).toEqual([3, 3, 1]);
    expect(countSeats(rows)).toEqual({ AVAILABLE: 7, BOOKED: 7, HELD: 0, BLOCKED: 0 });
  });

  it('are drawn by one outline for each state that occurs', () => {
    const outlines = outlinesOf(placeRows([row('A', 'AVAILABLE', 'AVAILABLE', 'BOOKED'), row('B', 'BLOCKED')]));
    const starts = outlines.map(({ status, path }) => [status, path.match(/M/g)?.length]);
    expect(starts).toEqual([
      ['AVAILABLE', 2],
      ['BOOKED', 1],
      ['BLOCKED', 3],
    ]);
  });
});
