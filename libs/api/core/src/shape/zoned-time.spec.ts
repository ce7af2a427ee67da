import { zonedDay, zonedTime } from './zoned-time';

describe('a time at its venue', () => {
  it.each([
    ['Europe/Berlin', '2027-03-28T00:59:59Z', '2027-03-28T01:59:59+01:00'],
    ['Europe/Berlin', '2027-03-28T01:00:00Z', '2027-03-28T03:00:00+02:00'],
    ['Asia/Kathmandu', '2027-03-01T18:30:00Z', '2027-03-02T00:15:00+05:45'],
    ['America/St_Johns', '2027-07-01T22:00:00Z', '2027-07-01T19:30:00-02:30'],
    ['UTC', '2027-01-01T00:00:00Z', '2027-01-01T00:00:00+00:00'],
  ])('has the offset of %s at that moment', (zone, moment, expected) => {
    expect(zonedTime(new Date(moment), zone)).toBe(expected);
    expect(Date.parse(expected)).toBe(Date.parse(moment));
  });

  it('is read as people there say it', () => {
    expect(zonedDay(new Date('2027-03-01T18:30:00Z'), 'Europe/Berlin')).toBe('Mon 1 Mar 2027, 19:30');
    expect(zonedDay(new Date('2027-03-01T18:30:00Z'), 'Asia/Tokyo')).toBe('Tue 2 Mar 2027, 03:30');
  });
});
