import { moneyText, PaymentKind } from '@modex/domain';
import { AdmissionResponse, PaymentResponse, Problem, PROBLEM_WORDS } from '@modex/web-api-client';
import { isolated, LOCALE, writeTime } from '@modex/web-ui';
import { DoorTicket, Entering } from './door-deeds';
import { Checked, OfflineRefusal } from './offline-check';

/** What a door says about a ticket, in words. Facts that are not known are empty. */
export interface DoorResult {
  readonly isIn: boolean;
  readonly headline: string;
  /** What staff should do now, or know. */
  readonly more: string;
  readonly seat: string;
  readonly customer: string;
  readonly typeName: string;
  /** The customer must show that the ticket is for them. */
  readonly proof: boolean;
  readonly toPay: string;
  /** By which it can be taken back. */
  readonly entry?: EntryRef;
}

/** Names an entry. */
export interface EntryRef {
  readonly bookingId: string;
  readonly seatId: string;
  readonly scanId: string;
}

/** How each kind of payment is said at the door; a new kind without words does not compile. */
const TO_PAY: Readonly<Record<PaymentKind, (amount: string) => string>> = {
  'at-the-box-office': (amount) => $localize`To pay for the booking: ${amount}:amount:, at the box office`,
};

const OFFLINE_WORDS: Readonly<Record<OfflineRefusal, { readonly headline: string; readonly nextStep: string }>> = {
  'unknown-ticket': PROBLEM_WORDS['unknown-ticket'],
  'ticket-void': PROBLEM_WORDS['ticket-void'],
  'ticket-used': PROBLEM_WORDS['ticket-used'],
  'not-listed': {
    headline: $localize`This ticket is not in the list`,
    nextStep: $localize`It is for another show, was cancelled, or was booked after this door lost the network. Ask at the box office.`,
  },
  unchecked: {
    headline: $localize`Codes cannot be checked now`,
    nextStep: $localize`Without a network this browser cannot tell a right code from a forged one. Choose the ticket from the list below.`,
  },
};

const IN = $localize`Come in`;

/** The API let somebody in. */
export function admittedResult(admission: AdmissionResponse): DoorResult {
  const { bookingId, seat, customerName, price, payment, entry } = admission;
  return {
    ...{ isIn: true, headline: IN, more: '', seat: seat.name, customer: customerName },
    ...{ typeName: price?.typeName ?? '', proof: price?.proof ?? false, toPay: toPayWords(payment) },
    entry: { bookingId, seatId: seat.id, scanId: entry.scanId },
  };
}

/** The door let somebody in by itself. */
export function offlineResult({ bookingId, seatId, scanId }: Entering, ticket: DoorTicket): DoorResult {
  return {
    ...{ isIn: true, headline: IN, ...factsOf(ticket), toPay: toPayWords(ticket.payment) },
    more: $localize`Offline: noted on this device, and sent when the network is back.`,
    entry: { bookingId, seatId, scanId },
  };
}

/** The API let nobody in. @param ticket the one that was shown, when it is in the list */
export function refusedResult(problem: Problem, ticket: DoorTicket | undefined, timeZone?: string): DoorResult {
  const more = problem.code === 'ticket-used' ? usedWords(problem.entry, timeZone) : '';
  return {
    ...{ isIn: false, headline: problem.headline, ...factsOf(ticket), toPay: '' },
    more: [more, problem.nextStep].filter((words) => words !== '').join(' '),
  };
}

/** The door itself let nobody in. */
export function offlineRefusedResult({ ticket }: Checked, refusal: OfflineRefusal, timeZone?: string): DoorResult {
  const { headline, nextStep } = OFFLINE_WORDS[refusal];
  const used = refusal === 'ticket-used' ? usedWords(ticket?.entry ?? undefined, timeZone) : '';
  return {
    ...{ isIn: false, headline, ...factsOf(ticket), toPay: '' },
    more: [used, nextStep].filter((words) => words !== '').join(' '),
  };
}

/** "In since 19:41 at North." */
export function usedWords(
  entry: { readonly at: string; readonly door: string | null } | undefined,
  timeZone?: string,
): string {
  if (entry === undefined) return '';
  const time = writeTime(entry.at, 'time', timeZone);
  return entry.door === null
    ? $localize`In since ${time}:time:.`
    : $localize`In since ${time}:time: at ${isolated(entry.door)}:door:.`;
}

function factsOf(ticket: DoorTicket | undefined): Pick<DoorResult, 'seat' | 'customer' | 'typeName' | 'proof'> {
  return {
    ...{ seat: ticket?.seat.name ?? '', customer: ticket?.customerName ?? '' },
    ...{ typeName: ticket?.typeName ?? '', proof: ticket?.proof ?? false },
  };
}

function toPayWords(payment: PaymentResponse | null): string {
  if (payment === null || payment.due.amount === 0) return '';
  return TO_PAY[payment.kind](moneyText(payment.due, LOCALE));
}
