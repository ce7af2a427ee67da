import { seatOf } from '../testing/seat-of';
import { seatsInWords } from './seat-words';

describe('seatsInWords', () => {
  const row = (letter: string, ...numbers: readonly number[]) => numbers.map((number) => seatOf(letter, number));

  it.each([
    ['one seat by its name', row('C', 5), 'Row C, seat 5'],
    ['two', row('C', 5, 6), 'Row C, seats 5 and 6'],
    ['seats side by side by the first and the last', row('C', 8, 5, 6, 7), 'Row C, seats 5 to 8'],
    ['seats with gaps one by one', row('C', 1, 2, 5), 'Row C, seats 1, 2 and 5'],
    ['each row for itself', [...row('C', 5, 6, 7), ...row('D', 5)], 'Row C, seats 5 to 7; Row D, seat 5'],
    ['nothing of no seats', [], ''],
  ])('says %s', (_, seats, words) => {
    expect(seatsInWords(seats)).toBe(words);
  });

  it('names seats in full whose names are made in another way', () => {
    const boxes = [1, 2].map((number) => seatOf('C', number, { name: `Box ${number}` }));
    expect(seatsInWords(boxes)).toBe('Box 1; Box 2');
  });

  it('keeps rows of the same name in two sections apart', () => {
    const seat = (section: string, number: number) =>
      seatOf('A', number, { section, name: `${section} · Row A · Seat ${number}` });
    expect(seatsInWords([seat('Stalls', 1), seat('Stalls', 2), seat('Circle', 2)])).toBe(
      'Stalls · Row A · Seats 1 and 2; Circle · Row A · Seat 2',
    );
  });
});
