import { Place } from './plan';
import { nameSeat, seatName } from './seat-name';

const PLACE: Place = { number: 7, section: '', row: 'C', label: '12', rowOrder: 3, placeInRow: 8, category: '' };

describe('the name of a seat', () => {
  it.each<[string, Partial<Place>]>([
    ['Row C, seat 12', {}],
    ['Row Box 3, seat 12a', { row: 'Box 3', label: '12a' }],
    ['Stalls · Row C · Seat 12', { section: 'Stalls' }],
    ['Circle · Row C · Seat 12', { section: 'Circle' }],
    ['Floor · Table 4 · Chair 2', { section: 'Floor', row: '4', rowWord: 'Table', label: '2', seatWord: 'Chair' }],
    ['Table 4, chair 2', { row: '4', rowWord: 'Table', label: '2', seatWord: 'Chair' }],
    ['Floor · Bar · Stool 5', { section: 'Floor', row: 'Bar', rowWord: '', label: '5', seatWord: 'Stool' }],
    ['Bar, Box 1', { row: 'Bar', rowWord: '', label: 'Box 1', seatWord: '' }],
    ['Pit · Place 17', { section: 'Pit', row: '', label: '17', seatWord: 'Place' }],
    ['Place 17', { row: '', label: '17', seatWord: 'Place' }],
  ])('is %j', (name, changes) => {
    const place = { ...PLACE, ...changes };
    expect([seatName(place), nameSeat('id', place).name]).toEqual([name, name]);
  });

  it.each<[string, Partial<Place>]>([
    ['C', {}],
    ['Table 4', { row: '4', rowWord: 'Table' }],
    ['Bar', { row: 'Bar', rowWord: '' }],
    ['', { row: '' }],
  ])('has %j as its row', (row, changes) => {
    expect(nameSeat('id', { ...PLACE, ...changes }).rowNumber).toBe(row);
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
