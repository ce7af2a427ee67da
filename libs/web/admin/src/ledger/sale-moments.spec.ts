import { bookingSteps, evenSteps, stepAt, strideOf } from './sale-moments';

const TIMES = ['2026-11-20T11:00:00.000Z', '2026-11-20T10:00:00.000Z', '2026-11-20T11:00:00.000Z'];

describe('bookingSteps', () => {
  it('stands just before each booking, in the order of time, and ends now', () => {
    expect(bookingSteps(TIMES)).toEqual(['2026-11-20T09:59:59.999Z', '2026-11-20T10:59:59.999Z', undefined]);
  });

  it('is now alone where nothing was booked', () => {
    expect(bookingSteps([])).toEqual([undefined]);
  });
});

describe('evenSteps', () => {
  it('divides the sale evenly, also one that has just begun', () => {
    const steps = evenSteps(Date.parse('2026-11-20T00:00:00Z'), Date.parse('2026-11-20T10:00:00Z'));
    expect(steps).toHaveLength(201);
    expect(steps.slice(0, 2)).toEqual(['2026-11-20T00:00:00.000Z', '2026-11-20T00:03:00.000Z']);
    expect(steps.at(-1)).toBeUndefined();
    expect(evenSteps(5, 4).slice(0, -1)).toEqual(Array(200).fill('1970-01-01T00:00:00.005Z'));
  });
});

describe('stepAt', () => {
  const steps = bookingSteps(TIMES);

  it.each([
    [0, '2020-01-01T00:00:00.000Z'],
    [0, '2026-11-20T10:30:00.000Z'],
    [1, '2026-11-20T10:59:59.999Z'],
    [1, '2026-11-21T00:00:00.000Z'],
    [2, undefined],
  ])('is %i at %s', (step, moment) => {
    expect(stepAt(steps, moment)).toBe(step);
  });
});

describe('strideOf', () => {
  it.each([
    ['every step of a short sale', 1, 40, 500],
    ['about 60 pictures of a long one', 4, 201, 500],
    ['fewer of a large show', 21, 201, 6000],
    ['eight of the largest', 26, 201, 50_000],
  ])('takes %s', (_what, stride, steps, seats) => {
    expect(strideOf(steps, seats)).toBe(stride);
  });
});
