/** What an anonymous guest says with the booking. */
export interface Guest {
  readonly name: string;
  readonly email: string;
}

/** An amount that a customer saw: in minor units, in a currency by its ISO 4217 code. */
export interface SeenTotal {
  readonly amount: number;
  readonly currency: string;
}

/** For whom a seat is, where the show has ticket types. */
export interface WantedTicket {
  readonly seatId: string;
  readonly type: string;
}

/** What is asked for; the same request in the same attempt carries the same key. */
export interface BookingRequest {
  readonly showId: string;
  readonly userId: string;
  /** The hold of these seats. */
  readonly holdId: string;
  readonly seatIds: readonly string[];
  readonly tickets: readonly WantedTicket[];
  /** Nothing is booked at another one. Null: asked for by a page that knew no prices yet. */
  readonly total: SeenTotal | null;
  /** Who an anonymous guest is; null where the API knows it. */
  readonly guest: Guest | null;
}

/** A booking that was asked for and not answered yet, as this tab keeps it: with its key, and when it began. */
export interface KeptAttempt {
  readonly key: string;
  readonly request: BookingRequest;
  /** Milliseconds since 1970. */
  readonly begunAt: number;
}

export function attemptName(showId: string): string {
  return `attempt.${showId}`;
}

/** What was kept, or undefined if it does not have the expected form. */
export function readKeptAttempt(value: unknown): KeptAttempt | undefined {
  if (!isRecord(value) || !isRecord(value['request'])) return undefined;
  const { key, begunAt, request } = value;
  const { showId, userId, holdId, seatIds, guest } = request;
  const [tickets, total] = [readTickets(request['tickets']), readTotal(request['total'])];
  if (typeof key !== 'string' || typeof begunAt !== 'number') return undefined;
  if (typeof showId !== 'string' || typeof userId !== 'string' || typeof holdId !== 'string') return undefined;
  if (!Array.isArray(seatIds)) return undefined;
  const asked = { showId, userId, holdId, seatIds: seatIds.map(String), tickets, total, guest: readGuest(guest) };
  return { key, begunAt, request: asked };
}

/** Tickets that were kept; none where the value does not have the expected form. */
export function readTickets(value: unknown): readonly WantedTicket[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.flatMap((one) => {
    if (!isRecord(one)) return [];
    const { seatId, type } = one;
    return typeof seatId === 'string' && typeof type === 'string' ? [{ seatId, type }] : [];
  });
}

function readTotal(value: unknown): SeenTotal | null {
  if (!isRecord(value)) return null;
  const { amount, currency } = value;
  return typeof amount === 'number' && typeof currency === 'string' ? { amount, currency } : null;
}

function readGuest(value: unknown): Guest | null {
  if (!isRecord(value)) return null;
  const { name, email } = value;
  return typeof name === 'string' && typeof email === 'string' ? { name, email } : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
