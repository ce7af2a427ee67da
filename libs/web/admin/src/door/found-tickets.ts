import { foldedWords } from '@modex/domain';
import { DoorTicket } from './door-deeds';

/** What every code of a ticket begins with; whoever types one looks for nothing in the list. */
const CODE = /^modex\d/i;

/** Whether this is the code of a ticket, or its beginning. */
export function isTicketCode(typed: string): boolean {
  return CODE.test(typed.trim());
}

/**
 * The tickets whose name, seat or booking code have words that begin like each word of the search; all, where nothing is
 * sought. A booking code may be typed in groups.
 */
export function findTickets(tickets: readonly DoorTicket[], search: string): readonly DoorTicket[] {
  const sought = foldedWords(search);
  if (sought.length === 0) return tickets;
  const code = sought.join('').toUpperCase();
  return tickets.filter(({ customerName, seat, bookingCode }) => {
    const words = foldedWords(`${customerName} ${seat.name} ${bookingCode}`);
    return bookingCode === code || sought.every((part) => words.some((word) => word.startsWith(part)));
  });
}
