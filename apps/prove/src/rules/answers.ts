import { Outcome } from '../explore/outcome';
import { ProcessSpec, Scenario } from '../explore/scenario';
import { makerOf } from '../explore/system';
import { brokenScans } from './tickets';
import { askedOf, StoredBooking, StoreState } from '../model/store-state';

/** A booking request that was answered. */
interface Answered {
  readonly at: number;
  readonly process: ProcessSpec;
  readonly outcome: Outcome;
}

/** Refusals that say something about the seats for good; the others ask to come again. */
const FINAL_REFUSALS: readonly string[] = ['seat-taken', 'limit-reached', 'not-enough-seats', 'booking-expired'];

/** How a hold ends that was given back, or would have been. */
const ENDED: readonly string[] = ['RELEASED', 'EXPIRED'];

/** Refusals that the booking's own record tells. */
const RECORDED: readonly string[] = ['seat-taken', 'limit-reached', 'not-enough-seats'];

/**
 * Whether what the callers were told is true, now and for good.
 * @param outcomes by process; undefined while it runs or when it died
 */
export function brokenAnswers(
  { processes, mishaps }: Scenario,
  store: StoreState,
  outcomes: readonly (Outcome | undefined)[],
): readonly string[] {
  const answered = processes.flatMap((process, at): Answered[] => {
    const outcome = outcomes[at];
    return outcome === undefined ? [] : [{ at, process, outcome }];
  });
  return [
    ...answered.flatMap((answer) => untrue(answer, store)),
    ...(mishaps.losses === 0 ? answered.flatMap((answer) => otherwiseRecorded(answer, store)) : []),
    ...answered.flatMap((answer) => answered.flatMap((other) => contradiction(answer, other))),
    ...soldTwiceUnderOneKey(processes, store),
    ...brokenScans(processes, outcomes, store),
    ...answered.flatMap((answer) => blockedOtherwise(answer, { processes, mishaps }, store)),
  ];
}

function untrue({ at, process, outcome }: Answered, store: StoreState): readonly string[] {
  const { name } = process;
  switch (outcome.kind) {
    case 'broken':
      return [`answers: ${name} got no answer but a crash: ${outcome.message}`];
    case 'booked': {
      const booking = store.bookings[outcome.bookingId];
      if (booking === undefined || !isBought(booking.status)) return [`rule 5: ${name} was told CONFIRMED but is not`];
      const isOther = process.sees !== undefined && String(askedOf(booking)) !== String(process.sees);
      return isOther ? [`rule 5: ${name} saw ${process.sees}, and ${askedOf(booking)} was sold`] : [];
    }
    case 'held':
      if (store.bookings[outcome.bookingId]?.heldAt === undefined) return [`rule 7: ${name} was told HELD but is not`];
      return process.wants !== undefined && process.wants.quantity !== outcome.seats.length
        ? [`answers: ${name} wanted ${process.wants.quantity} seats, and got ${outcome.seats}`]
        : [];
    case 'released':
      return ENDED.includes(store.bookings[outcome.bookingId]?.status ?? '')
        ? []
        : [`rule 5: ${name} was told that the hold is given back, and it is not`];
    case 'created':
      return store.shows[outcome.showId]?.status === 'DISCARDED' ? [`answers: ${name}'s show is not there`] : [];
    case 'switched':
      return store.shows[outcome.showId]?.planVersion === outcome.to
        ? []
        : [`answers: ${name} was told that the show is in version ${outcome.to} of its plan`];
    case 'given-back':
      return keptAfterAll(outcome, store).map((seatId) => `answers: ${name} was told that ${seatId} is given back`);
    case 'refused': {
      if (outcome.code === 'idempotency-key-reused') return refusedAsAnother(process, store);
      if (process.wants !== undefined && outcome.code === 'seat-taken') {
        return [`rule 4: ${name} named no seat, and was refused one`];
      }
      const bought = Object.values(store.bookings).some(({ id, status }) => makerOf(id) === at && isBought(status));
      return FINAL_REFUSALS.includes(outcome.code) && bought ? [`rule 5: ${name} was refused and yet has bought`] : [];
    }
    default:
      return [];
  }
}

/**
 * What staff blocked stays blocked until somebody releases it, and of a block that was refused nothing is left. Blocks are
 * told apart by who made them.
 */
function blockedOtherwise(
  { at, process: { name }, outcome }: Answered,
  { processes, mishaps }: Pick<Scenario, 'processes' | 'mishaps'>,
  { blocked = {} }: StoreState,
): readonly string[] {
  if (outcome.kind === 'blocked') {
    const released = processes.flatMap(({ releases = [] }) => releases);
    const lost = outcome.seatIds.filter((seatId) => blocked[seatId] === undefined && !released.includes(seatId));
    return lost.map((seatId) => `answers: ${name} blocked ${seatId}, and nobody released it, and it is not blocked`);
  }
  if (outcome.kind !== 'refused') return [];
  // What a switch has set aside is put back by the sweep where the database does not answer.
  const own = Object.entries(blocked).filter(([, act]) => makerOf(act) === at);
  const left = own.filter(([, act]) => mishaps.losses === 0 || act.startsWith('a'));
  return left.map(([seatId]) => `all or nothing: ${name} was refused, and ${seatId} is blocked all the same`);
}

/** Seats that were given back, as the caller was told, and that the booking has all the same. */
function keptAfterAll(
  { bookingId, seatIds }: Extract<Outcome, { kind: 'given-back' }>,
  { bookings }: StoreState,
): readonly string[] {
  const booking = bookings[bookingId];
  if (booking?.status !== 'CONFIRMED') return [];
  return booking.seats.filter((seatId) => seatIds === undefined || seatIds.includes(seatId));
}

/** Whether the first request with the key asked for exactly these seats, whatever was given back since. */
function refusedAsAnother({ name, asks }: ProcessSpec, { bookings }: StoreState): readonly string[] {
  const same = Object.values(bookings).filter(
    (booking) =>
      booking.userId === asks?.userId &&
      booking.key === asks.idempotencyKey &&
      String(askedOf(booking)) === String([...asks.seatIds].sort()),
  );
  return same.map(({ id }) => `rule 5: ${name} asked for what ${id} was made for, and was told it is another request`);
}

/** A refusal is what the booking's record says, which a replay would repeat; where answers get lost, so may its record. */
function otherwiseRecorded({ at, process, outcome }: Answered, { bookings }: StoreState): readonly string[] {
  if (outcome.kind !== 'refused' || !RECORDED.includes(outcome.code)) return [];
  const { code } = outcome;
  const own = Object.values(bookings).filter(({ id }) => makerOf(id) === at);
  return own
    .filter(({ status }) => status !== 'FAILED')
    .map(({ status }) => `rule 5: ${process.name} was told ${code}, and its booking is ${status}`);
}

/** Rule 5: the same key is answered the same. */
function contradiction(one: Answered, other: Answered): readonly string[] {
  const [a, b] = [one.process.asks, other.process.asks];
  if (one.at >= other.at || a?.idempotencyKey === undefined || b === undefined) return [];
  if (a.userId !== b.userId || a.idempotencyKey !== b.idempotencyKey) return [];
  const [said, saidAgain] = [one.outcome, other.outcome];
  const names = `${one.process.name} and ${other.process.name}`;
  if (said.kind === 'booked' && saidAgain.kind === 'booked' && said.bookingId !== saidAgain.bookingId) {
    return [`rule 5: ${names} have one key and two bookings`];
  }
  const kinds = [said, saidAgain].map((outcome) => (isFinal(outcome) ? 'final refusal' : outcome.kind));
  return kinds.includes('booked') && kinds.includes('final refusal')
    ? [`rule 5: ${names} have one key and two answers`]
    : [];
}

function soldTwiceUnderOneKey(processes: readonly ProcessSpec[], { bookings }: StoreState): readonly string[] {
  const keys = Object.values(bookings)
    .filter(({ status }) => isBought(status))
    .flatMap(({ id }) => {
      const asks = processes[makerOf(id)]?.asks;
      return asks?.idempotencyKey === undefined ? [] : [`${asks.userId} ${asks.idempotencyKey}`];
    });
  return new Set(keys).size < keys.length ? ['rule 5: one key bought twice'] : [];
}

function isFinal(outcome: Outcome): boolean {
  return outcome.kind === 'refused' && FINAL_REFUSALS.includes(outcome.code);
}

function isBought(status: StoredBooking['status']): boolean {
  return status === 'CONFIRMED' || status === 'CANCELLED';
}
