import { counted } from './counted';

const seats = (count: number): string =>
  counted(count, $localize`{n, plural, =1 {1 seat is free} other {${count}:seats: seats are free}}`);

describe('counted', () => {
  afterEach(() => delete $localize.locale);

  it('says one thing by its own form, and every other number by the other one', () => {
    expect([0, 1, 2, 21].map(seats)).toEqual([
      '0 seats are free',
      '1 seat is free',
      '2 seats are free',
      '21 seats are free',
    ]);
  });

  it('has as many forms as the language of the page', () => {
    $localize.locale = 'pl';
    const forms = '{n, plural, one {miejsce} few {miejsca} many {miejsc} other {miejsca}}';
    expect([1, 2, 5, 22].map((count) => counted(count, forms))).toEqual(['miejsce', 'miejsca', 'miejsc', 'miejsca']);
  });

  it('leaves what stands around the forms as it is, brackets too', () => {
    expect(counted(1, 'At {8}: {n, plural, =1 {one} other {more}}, {$}')).toBe('At {8}: one, {$}');
  });
});
