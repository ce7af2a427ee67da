import * as fc from 'fast-check';
import { readInstant } from './instant';

const MILLENNIA = { min: new Date('0000-01-02T00:00:00Z'), max: new Date('9999-12-30T00:00:00Z') };
const moments = fc.date({ ...MILLENNIA, noInvalidDate: true });
/** Minutes that a clock may be ahead of UTC, as RFC 3339 can write them. */
const offsets = fc.integer({ min: -(23 * 60 + 59), max: 23 * 60 + 59 });

/** The moment, as a clock that is so many minutes ahead writes it. */
function written(moment: Date, ahead: number): string {
  const [hours, minutes] = [Math.trunc(Math.abs(ahead) / 60), Math.abs(ahead) % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  const local = new Date(moment.getTime() + ahead * 60_000).toISOString().slice(0, 23);
  return `${local}${ahead < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
}

describe('a time', () => {
  it('of any clock on earth is the moment that the clock meant', () => {
    fc.assert(
      fc.property(moments, offsets, (moment, ahead) => {
        expect(readInstant(written(moment, ahead))).toEqual(moment);
      }),
    );
  });

  it('without its offset, or with another end, is none', () => {
    fc.assert(
      fc.property(
        moments,
        fc.constantFrom('', ' ', 'X', '+1', '+01', '+0100', '+01:0', 'UTC', '[Europe/Berlin]'),
        (moment, end) => {
          expect(readInstant(moment.toISOString().slice(0, 23) + end)).toBeUndefined();
        },
      ),
    );
  });

  it('is read the same by whoever reads what was written back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-+:.TZtz W,'), maxLength: 40 }), (text) => {
        const moment = readInstant(text);
        if (moment !== undefined) expect(readInstant(moment.toISOString())).toEqual(moment);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['2027-03-01T19:30:00Z', '2027-03-01T19:30:00.000Z'],
    ['2027-03-01t19:30:00z', '2027-03-01T19:30:00.000Z'],
    ['2027-03-01T19:30:00.5+01:00', '2027-03-01T18:30:00.500Z'],
    ['2027-03-01T19:30:00.123456789Z', '2027-03-01T19:30:00.123Z'],
    ['2027-03-01T19:30:00-00:00', '2027-03-01T19:30:00.000Z'],
    ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
    ['2000-02-29T00:00:00Z', '2000-02-29T00:00:00.000Z'],
    ['0000-01-01T00:00:00Z', '0000-01-01T00:00:00.000Z'],
    ['0000-02-29T00:00:00Z', '0000-02-29T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('%s is %s', (text, moment) => expect(readInstant(text)?.toISOString()).toBe(moment));

  it.each([
    '2027-W10-1',
    '2027-060',
    '20270301T193000Z',
    '2027-03-01T19',
    '2027-03-01T19Z',
    '2027-03-01T19:30',
    '2027-03-01T19:30Z',
    '2027-03-01T19:30:00',
    '2027-03-01T19:30:00,5Z',
    '2027-03-01T19:30:00.Z',
    '2027-03-01 19:30:00Z',
    '2027-03-01T19:30:00 01:00',
    '2027-03-01T24:00:00Z',
    '2027-03-01T19:60:00Z',
    '2027-06-30T23:59:60Z',
    '2027-02-29T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '2027-02-30T00:00:00Z',
    '2027-04-31T00:00:00Z',
    '2027-00-01T00:00:00Z',
    '2027-13-01T00:00:00Z',
    '2027-01-00T00:00:00Z',
    '2027-01-01T00:00:00+24:00',
    '2027-01-01T00:00:00+01:60',
    '0000-01-01T00:00:00+01:00',
    '9999-12-31T23:59:59-01:00',
    '+002027-03-01T19:30:00Z',
    '-000001-03-01T19:30:00Z',
    '27-03-01T19:30:00Z',
    '1798831800000',
    'Mon, 01 Mar 2027 19:30:00 GMT',
    'tomorrow',
    '',
    ' 2027-03-01T19:30:00Z',
    '2027-03-01T19:30:00Z\n',
    '٢٠٢٧-٠٣-٠١T19:30:00Z',
  ])('%j is none', (text) => expect(readInstant(text)).toBeUndefined());
});
