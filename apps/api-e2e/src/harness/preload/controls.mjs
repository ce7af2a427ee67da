/**
 * Each control removes one guard of the protocol from the commands that a server sends.
 * A control takes a command and its phase and returns the command to send instead.
 */
export const CONTROLS = {
  /** A seat is locked whatever its status and its owner: it can be sold twice. */
  'lock-without-status': (command, phase) =>
    phase === 'seat.lock' ? { ...command, query: without(command.query, '$or') } : command,

  /** A seat is locked by whoever knows an earlier version of the plan, under the name that it had there. */
  'lock-by-old-name': (command, phase) => {
    if (phase !== 'seat.lock') return command;
    const ways = command.query.$or.map((way) => without(way, 'since_version'));
    return { ...command, query: { ...command.query, $or: ways } };
  },

  /** Staff block seats whatever their status: seats that are sold or held too. */
  'block-without-status': (command, phase) => {
    if (phase !== 'seat.block') return command;
    return { ...command, updates: command.updates.map((update) => ({ ...update, q: without(update.q, 'status') })) };
  },

  /** A door writes who is in over what another door wrote meanwhile. */
  'enter-blindly': (command, phase) => {
    if (phase !== 'tickets.write') return command;
    const [asSeen, , confirmed] = command.query.$and;
    return { ...command, query: { $and: [asSeen, confirmed] } };
  },

  /** Every second booking locks its seats in descending order: buyers can block each other. */
  'lock-unsorted': (command, phase) => (phase === 'booking.open' ? withReversedSeats(command) : command),

  /** A failed booking releases nothing before its lease ends: free seats are refused. */
  'no-release': (command, phase) => (phase === 'seat.release' ? releasingNothing(command) : command),

  /** A release frees the seats even if another booking has them by now. */
  'release-without-owner': (command, phase) => {
    if (phase !== 'seat.release') return command;
    return {
      ...command,
      updates: command.updates.map((update) => ({ ...update, q: without(update.q, 'booking_id') })),
    };
  },

  /** The sweep finds nothing: what a crash leaves behind stays. */
  'no-sweep': (command, phase) =>
    DUE.includes(phase) ? { ...command, pipeline: [{ $match: { _id: null } }] } : command,

  /** A booking is confirmed even if its lease is over. */
  'confirm-without-lease': (command, phase) => {
    if (phase !== 'booking.confirm') return command;
    return { ...command, query: without(command.query, 'status'), update: [{ $set: { status: 'CONFIRMED' } }] };
  },

  /** A hold is confirmed even if it is over. */
  'confirm-held-after-end': (command, phase) => {
    if (phase !== 'hold.confirm') return command;
    const confirmed = { status: 'CONFIRMED', confirmed_at: '$$NOW', sweep_at: '$$NOW', open: '$$REMOVE' };
    return { ...command, query: without(command.query, 'status'), update: [{ $set: confirmed }] };
  },

  /** A server's claim on an event has no end: after a crash nobody else can hand it over. */
  'claim-for-ever': (command, phase) => {
    if (phase !== 'events.claim') return command;
    const [{ $set }] = command.update;
    return { ...command, update: [{ $set: { ...$set, events_due: new Date('9999-01-01') } }] };
  },

  /** The idempotency key is not stored: a retry books again. */
  'no-key': (command, phase) => {
    if (phase !== 'booking.open') return command;
    return opening(command, (fields) => without(fields, 'idempotency_key'));
  },

  /** What a customer has is not counted: one booking after the other passes the limit of the show. */
  'no-count': (command, phase) => (phase === 'booking.count' ? { ...command, filter: { _id: null } } : command),

  /** Times are those of the server's own clock, and not of the database's. */
  'own-clock': (command) => withOwnTime(command),

  /** A board never learns what other processes do: people are refused because of what was true before. */
  'deaf-boards': (command, phase) => {
    if (phase !== 'board.read') return command;
    const [, ...rest] = command.pipeline;
    return { ...command, pipeline: [{ $match: { _id: null } }, ...rest] };
  },

  /** A show is visible before its seats are made. */
  'show-visible-at-once': (command, phase) => {
    if (phase !== 'show.open') return command;
    return opening(command, (fields) => ({ ...fields, status: 'ON_SALE' }));
  },
};

/** The questions by which the sweep finds its work. */
const DUE = ['booking.find-due', 'show.find-due'];

let opened = 0;

function withReversedSeats(command) {
  if (++opened % 2 === 0) return command;
  return opening(command, (fields) => ({ ...fields, seats: fields.seats.toReversed() }));
}

/** The command that makes a document where there is none, with other fields. */
function opening(command, change) {
  const [isNew, { $mergeObjects: parts }, stored] = command.update[0].$replaceWith.$cond;
  const made = { $mergeObjects: [parts[0], change(parts[1])] };
  return { ...command, update: [{ $replaceWith: { $cond: [isNew, made, stored] } }] };
}

function withOwnTime(value) {
  if (value === '$$NOW') return new Date();
  if (Array.isArray(value)) return value.map(withOwnTime);
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withOwnTime(inner)]));
}

function releasingNothing(command) {
  return { ...command, updates: command.updates.map((update) => ({ ...update, q: { ...update.q, _id: null } })) };
}

function without(fields, name) {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => field !== name));
}
