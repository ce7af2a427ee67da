import { BOOKING_MOVES, BOOKING_STATUSES } from './booking';
import { MAIL_MOVES, MAIL_STATES } from './mail';
import { mayMove, Moves, statesBefore, unreachable } from './moves';
import { SEAT_MOVES, SEAT_STATUSES, seatStatusesBefore } from './seat';
import { SHOW_MOVES, SHOW_STATUSES } from './show';

/** Every move between two states as `FROM → TO`, the allowed ones only. */
function allowed<State extends string>(moves: Moves<State>, states: readonly State[]): readonly string[] {
  return states.flatMap((from) => states.filter((to) => mayMove(moves, from, to)).map((to) => `${from} → ${to}`));
}

describe('the moves of a seat', () => {
  it('are these and no others', () => {
    const moves = SEAT_STATUSES.flatMap((from) =>
      Object.entries(SEAT_MOVES[from]).map(([to, mover]) => `${from} → ${to} by ${mover}`),
    );
    expect(moves).toEqual([
      'AVAILABLE → HELD by any-booking',
      'AVAILABLE → BOOKED by any-booking',
      'AVAILABLE → BLOCKED by staff',
      'HELD → AVAILABLE by its-booking',
      'HELD → BOOKED by its-booking',
      'BOOKED → AVAILABLE by its-booking',
      'BLOCKED → AVAILABLE by staff',
    ]);
  });

  it('tell from where each mover comes to a status', () => {
    expect(seatStatusesBefore('BOOKED', 'any-booking')).toEqual(['AVAILABLE']);
    expect(seatStatusesBefore('AVAILABLE', 'its-booking')).toEqual(['HELD', 'BOOKED']);
    expect(seatStatusesBefore('AVAILABLE', 'any-booking')).toEqual([]);
  });

  it('reach every state', () => {
    const moves = Object.fromEntries(SEAT_STATUSES.map((from) => [from, Object.keys(SEAT_MOVES[from])]));
    expect(unreachable(moves, 'AVAILABLE')).toEqual([]);
  });
});

describe('the moves of a booking', () => {
  it('are these and no others', () => {
    expect(allowed(BOOKING_MOVES, BOOKING_STATUSES)).toEqual([
      'PENDING → HELD',
      'PENDING → CONFIRMED',
      'PENDING → FAILED',
      'PENDING → EXPIRED',
      'HELD → CONFIRMED',
      'HELD → RELEASED',
      'HELD → EXPIRED',
      'CONFIRMED → CANCELLED',
    ]);
  });

  it('reach every state', () => expect(unreachable(BOOKING_MOVES, 'PENDING')).toEqual([]));
});

describe('the moves of a show', () => {
  it('are these and no others', () => {
    expect(allowed(SHOW_MOVES, SHOW_STATUSES)).toEqual([
      'CREATING → DRAFT',
      'CREATING → ON_SALE',
      'CREATING → DISCARDED',
      'DRAFT → ON_SALE',
      'DRAFT → CANCELLED',
      'DRAFT → DISCARDED',
      'ON_SALE → CANCELLED',
    ]);
  });

  it('reach every state', () => expect(unreachable(SHOW_MOVES, 'CREATING')).toEqual([]));
});

describe('the moves of a mail', () => {
  it('are these and no others', () => {
    expect(allowed(MAIL_MOVES, MAIL_STATES)).toEqual([
      'UNSENT → WAITING',
      'WAITING → WAITING',
      'WAITING → SENDING',
      'SENDING → WAITING',
      'SENDING → SENDING',
      'SENDING → SENT',
      'SENDING → REFUSED',
      'SENDING → FAILED',
      'SENT → WAITING',
      'REFUSED → WAITING',
      'FAILED → WAITING',
    ]);
  });

  it('reach every state but the one in which a mail begins where no server is set up', () => {
    expect(unreachable(MAIL_MOVES, 'UNSENT')).toEqual([]);
    expect(unreachable(MAIL_MOVES, 'WAITING')).toEqual(['UNSENT']);
  });
});

describe('a table of moves', () => {
  const moves: Moves<'a' | 'b' | 'island'> = { a: ['b'], b: [], island: ['a'] };

  it('tells the states before a state', () => expect(statesBefore(moves, 'a')).toEqual(['island']));

  it('tells a state that nothing reaches', () => expect(unreachable(moves, 'a')).toEqual(['island']));
});
