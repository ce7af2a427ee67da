import { Show, ShowStatus } from './show';
import { isToCome, saleAt, saleTimesFault, whyNotOnSale, whyNotReturnable } from './show-sale';

const at = (minute: number): Date => new Date(Date.UTC(2099, 0, 1, 10, minute));
/** On sale from minute 10 to 20, and starting at 30. */
const SHOW = {
  status: 'ON_SALE',
  giveBackHours: 0,
  startTime: at(30),
  saleOpensAt: at(10),
  saleClosesAt: at(20),
} as Show;
const seenAt = (minute: number, changes: Partial<Show> = {}): Show => {
  const show = { ...SHOW, ...changes };
  return { ...show, ...saleAt(show, at(minute)) };
};

describe('a sale with a window', () => {
  it.each([
    [9, 'NOT_OPEN', false, false],
    [10, 'OPEN', true, false],
    [19, 'OPEN', true, false],
    [20, 'CLOSED', false, false],
    [30, 'CLOSED', false, true],
  ])('is at minute %i %s', (minute, salePhase, bookable, started) => {
    expect(saleAt(SHOW, at(minute))).toEqual({ salePhase, bookable, started, returnable: !started });
  });

  it.each([
    [{ saleOpensAt: null, saleClosesAt: null }, 0, true],
    [{ saleOpensAt: null, saleClosesAt: null }, 29, true],
    [{ saleOpensAt: null, saleClosesAt: null }, 30, false],
    [{ saleOpensAt: null }, 20, false],
    [{ saleClosesAt: null }, 29, true],
    [{ saleClosesAt: at(30) }, 29, true],
  ])('that has only %j is at minute %i bookable: %s', (times, minute, bookable) => {
    expect(saleAt({ ...SHOW, ...times }, at(minute)).bookable).toBe(bookable);
  });

  it.each([
    [0, 29, undefined],
    [0, 30, 'The show has started; ask the organiser.'],
    [1, -31, undefined],
    [1, -30, 'Seats could be given back until 1 hour before the show; ask the box office.'],
    [null, -5_000, 'Seats of this show are given back at the box office.'],
    [null, 30, 'The show has started; ask the organiser.'],
  ])('lets customers give back until %s hours before: at minute %i', (giveBackHours, minute, why) => {
    const seen = seenAt(minute, { giveBackHours });
    expect([seen.returnable, whyNotReturnable(seen)]).toEqual([why === undefined, why]);
  });

  it.each<ShowStatus>(['CREATING', 'DRAFT', 'CANCELLED', 'DISCARDED'])('does not matter while it is %s', (status) => {
    expect(saleAt({ ...SHOW, status }, at(15)).bookable).toBe(false);
    expect(isToCome(seenAt(15, { status }))).toBe(false);
  });

  it('says why seats cannot be booked, to customers and to whom only the start binds', () => {
    const why = (minute: number, changes?: Partial<Show>) =>
      (['window', 'start'] as const).map((bound) => whyNotOnSale(seenAt(minute, changes), bound));
    expect(why(9)).toEqual(['The sale opens at 2099-01-01T10:10:00.000Z; book then.', undefined]);
    expect(why(15)).toEqual([undefined, undefined]);
    expect(why(20)).toEqual(['The sale closed at 2099-01-01T10:20:00.000Z; ask the box office.', undefined]);
    const started = 'The show has started; its seats cannot be booked any more.';
    expect(why(30)).toEqual([started, started]);
    const cancelled = 'The show was cancelled; its seats cannot be booked any more.';
    expect(why(9, { status: 'CANCELLED' })).toEqual([cancelled, cancelled]);
  });
});

describe('the times of a sale', () => {
  const times = { startTime: at(30), saleOpensAt: null, saleClosesAt: null };
  it.each([
    [{}, undefined],
    [{ saleOpensAt: at(10), saleClosesAt: at(20) }, undefined],
    [{ saleClosesAt: at(30) }, undefined],
    [{ saleClosesAt: at(31) }, ['saleClosesAt', 'must not be after the start of the show']],
    [{ saleOpensAt: at(30) }, ['saleOpensAt', 'must be before the show starts']],
    [{ saleOpensAt: at(20), saleClosesAt: at(20) }, ['saleOpensAt', 'must be before the sale closes']],
    [{ saleOpensAt: at(19), saleClosesAt: at(20) }, undefined],
  ])('of %j have the fault %j', (changes, fault) => {
    const found = saleTimesFault({ ...times, ...changes });
    expect(found && [found.field, found.message]).toEqual(fault);
  });
});
