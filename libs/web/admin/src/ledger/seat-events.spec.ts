import { SeatEventKind, SeatEventResponse } from '@modex/web-api-client';
import { writeMoment } from './moment';
import { tellEvents, ToldEvent } from './seat-events';

const START = Date.parse('2026-11-20T10:00:00.000Z');

/** An event of a booking, so many milliseconds after the first one. */
function event(kind: SeatEventKind, bookingId: string, after: number): SeatEventResponse {
  return {
    kind,
    bookingId,
    at: new Date(START + after).toISOString(),
    until: null,
    customer: null,
    by: null,
    reason: null,
    words: null,
  };
}

function told(...events: readonly SeatEventResponse[]): readonly string[] {
  return tellEvents(events).map(({ bookingId, words }) => `${bookingId} ${words.word}`);
}

describe('tellEvents', () => {
  it('names a seat sold twice while the first booking had it for longer than clocks may differ', () => {
    const events = [event('BOOKED', 'a', 0), event('BOOKED', 'b', 5000), event('CANCELLED', 'a', 7001)];
    expect(told(...events)).toEqual(['a Booked', 'b Sold twice', 'a Cancelled']);
  });

  it('names a seat sold twice when the first booking never gave it back, however short the second one was', () => {
    const events = [event('BOOKED', 'a', 0), event('BOOKED', 'b', 0), event('CANCELLED', 'b', 1)];
    expect(told(...events)).toEqual(['a Booked', 'b Sold twice', 'b Cancelled']);
  });

  it('takes a sale up to two seconds before the return for the work of two clocks', () => {
    const events = [event('BOOKED', 'a', 0), event('BOOKED', 'b', 5000), event('CANCELLED', 'a', 7000)];
    expect(told(...events)).toEqual(['a Booked', 'b Booked', 'a Cancelled']);
  });

  it('says of a booking under way when it is given up, and that it may have the seat', () => {
    const until = new Date(START + 30_000).toISOString();
    const [{ words }] = tellEvents([{ ...event('PENDING', 'a', 0), until }]) as [ToldEvent];
    expect([words.word, words.tone]).toEqual(['Being booked', 'waiting']);
    expect(words.more).toContain(`may have it already. What is not booked by ${writeMoment(until)} is given up.`);
  });

  it('tells who had the seat from an attempt that may have had it', () => {
    const [had, tried] = tellEvents([event('RELEASED', 'a', 0), event('TRIED', 'b', 1)]).map(({ words }) => words.more);
    expect(had).toMatch(/given back without a sale/);
    expect(tried).toMatch(/may have had the seat until about then/);
  });

  it('calls a sale beside a booking under way no double sale', () => {
    expect(told(event('PENDING', 'a', 0), event('BOOKED', 'b', 5))).toEqual(['a Being booked', 'b Booked']);
  });

  it('puts the return before the sale of the same millisecond', () => {
    const events = [event('BOOKED', 'a', 0), event('BOOKED', 'b', 9), event('CANCELLED', 'a', 9)];
    expect(told(...events)).toEqual(['a Booked', 'a Cancelled', 'b Booked']);
  });

  it('keeps a sale before its own return of the same millisecond', () => {
    const events = [event('BOOKED', 'a', 0), event('CANCELLED', 'a', 0), event('BOOKED', 'b', 9)];
    expect(told(...events)).toEqual(['a Booked', 'a Cancelled', 'b Booked']);
  });
});
