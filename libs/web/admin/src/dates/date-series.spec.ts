import { AdminShowResponse } from '@modex/web-api-client';
import { SKIPPED } from '../details/show-details';
import { datesOf, momentsAt, MOST_DATES } from './date-series';

const SHOW = {
  startTime: '2099-03-01T18:30:00.000Z',
  timeZone: 'Europe/Berlin',
  saleOpensAt: '2099-01-01T09:00:00.000Z',
  saleClosesAt: '2099-03-01T17:00:00.000Z',
} as AdminShowResponse;

describe('the dates of a series', () => {
  it.each([
    ['once', '', ['2099-03-27T19:30']],
    ['week', '2099-04-10', ['2099-03-27T19:30', '2099-04-03T19:30', '2099-04-10T19:30']],
    ['fortnight', '2099-04-10', ['2099-03-27T19:30', '2099-04-10T19:30']],
    ['day', '2099-03-28', ['2099-03-27T19:30', '2099-03-28T19:30']],
    ['week', '2099-03-26', []],
  ] as const)('repeated %s until "%s" are the same time of day each', (repeat, until, dates) => {
    expect(datesOf({ first: '2099-03-27T19:30', repeat, until })).toEqual(dates);
  });

  it('end after one more than can be made at once', () => {
    expect(datesOf({ first: '2099-01-01T10:00', repeat: 'day', until: '2200-01-01' })).toHaveLength(MOST_DATES + 1);
  });
});

describe('the moments of a date', () => {
  it('follow the clocks of the venue over their change, and the sale closes as long before', async () => {
    expect(await momentsAt('2099-04-05T19:30', SHOW)).toEqual({
      startTime: '2099-04-05T17:30:00.000Z',
      saleOpensAt: SHOW.saleOpensAt,
      saleClosesAt: '2099-04-05T16:00:00.000Z',
    });
  });

  it('have no times of the sale where the show has none', async () => {
    const show = { ...SHOW, saleOpensAt: null, saleClosesAt: null };
    expect(await momentsAt('2099-03-02T19:30', show)).toMatchObject({ saleOpensAt: null, saleClosesAt: null });
  });

  it('are none where the clocks jump over the time', async () => {
    expect(await momentsAt('2099-03-29T02:30', SHOW)).toBe(SKIPPED);
  });
});
