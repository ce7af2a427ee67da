import { Place } from './plan';
import { nameSeat, seatName } from './seat-name';

const PLACE: Place = { number: 7, section: '', row: 'C', label: '12', rowOrder: 3, placeInRow: 8 };

describe('the name of a seat', () => {
  it.each<[string, Partial<Place>]>([
    ['Row C, seat 12', {}],
    ['Row Box 3, seat 12a', { row: 'Box 3', label: '12a' }],
    ['Stalls · Row C · Seat 12', { section: 'Stalls' }],
    ['Circle · Row C · Seat 12', { section: 'Circle' }],
  ])('is %j', (name, changes) => {
    const place = { ...PLACE, ...changes };
    expect([seatName(place), nameSeat('id', place).name]).toEqual([name, name]);
  });

  it.each<[string, number]>([
    ['12', 12],
    ['12a', 8],
    ['1.5', 8],
    ['-1', 8],
    ['', 8],
    ['9'.repeat(10), 8],
  ])('has, with the label %j, the number %i: where none is printed, which place of its row it is', (label, number) => {
    expect(nameSeat('id', { ...PLACE, label })).toMatchObject({ id: 'id', rowNumber: 'C', seatNumber: number });
  });
});
