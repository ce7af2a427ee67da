import { DoorListResponse, DoorTicketResponse } from '@modex/web-api-client';

/** What a door without a network did: it let somebody in. */
export interface Entering {
  readonly kind: 'enter';
  readonly showId: string;
  readonly bookingId: string;
  readonly seatId: string;
  /** What the seat is called, for whoever has to look for it. */
  readonly seat: string;
  /** The code, where one was shown; otherwise the ticket was chosen from the list. */
  readonly code?: string;
  readonly scanId: string;
  readonly door: string | null;
  /** RFC 3339. */
  readonly at: string;
}

/** What a door without a network did: it took an entry back. */
export interface Undoing {
  readonly kind: 'undo';
  readonly showId: string;
  readonly bookingId: string;
  readonly seatId: string;
  readonly scanId: string;
}

export type Deed = Entering | Undoing;

/** A ticket as a door sees it. */
export interface DoorTicket extends DoorTicketResponse {
  /** Somebody is in, and the API does not know it yet. */
  readonly offline: boolean;
}

/** Names a ticket, of whichever issue. */
export function ticketKey({ bookingId, seatId }: { readonly bookingId: string; readonly seatId: string }): string {
  return `${bookingId} ${seatId}`;
}

/** The tickets of a list, after what this device has done and not sent yet. The last deed of a ticket counts. */
export function afterDeeds({ tickets }: DoorListResponse, deeds: readonly Deed[]): readonly DoorTicket[] {
  const last = new Map(deeds.map((deed) => [ticketKey(deed), deed]));
  return tickets.map((ticket) => {
    const deed = last.get(ticketKey({ bookingId: ticket.bookingId, seatId: ticket.seat.id }));
    if (deed === undefined) return { ...ticket, offline: false };
    if (deed.kind === 'undo') {
      return { ...ticket, entry: ticket.entry?.scanId === deed.scanId ? null : ticket.entry, offline: false };
    }
    const { at, door, scanId } = deed;
    return { ...ticket, entry: ticket.entry ?? { at, door, scanId }, offline: ticket.entry === null };
  });
}

/** The list after somebody was let in, or an entry was taken back (null). */
export function withEntry(
  list: DoorListResponse,
  of: { readonly bookingId: string; readonly seatId: string },
  entry: DoorTicketResponse['entry'],
): DoorListResponse {
  const tickets = list.tickets.map((ticket) =>
    ticketKey({ bookingId: ticket.bookingId, seatId: ticket.seat.id }) === ticketKey(of)
      ? { ...ticket, entry }
      : ticket,
  );
  return { ...list, tickets, admitted: tickets.filter((ticket) => ticket.entry !== null).length };
}
