import { DoorTicket } from './door-deeds';

/** What every code of a ticket begins with; whoever types one looks for nothing in the list. */
const CODE = /^modex\d/i;

/** Whether this is the code of a ticket, or its beginning. */
export function isTicketCode(typed: string): boolean {
  return CODE.test(typed.trim());
}

/** The tickets of a list, ready to be searched. */
export class FoundTickets {
  private readonly written: readonly { readonly ticket: DoorTicket; readonly words: string }[];

  constructor(tickets: readonly DoorTicket[]) {
    this.written = tickets.map((ticket) => ({
      ticket,
      words: ` ${folded(`${ticket.customerName} ${ticket.seat.name} ${ticket.bookingCode}`)}`,
    }));
  }

  /** Those whose name, seat or booking code have words that begin like each of the search; all, where nothing is sought. */
  of(search: string): readonly DoorTicket[] {
    const parts = folded(search)
      .split(' ')
      .filter((part) => part !== '');
    // A booking code may be typed in groups.
    const code = parts.join('').replaceAll('-', '');
    return this.written
      .filter(
        ({ ticket, words }) => parts.every((part) => words.includes(` ${part}`)) || folded(ticket.bookingCode) === code,
      )
      .map(({ ticket }) => ticket);
  }
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s,]+/g, ' ')
    .trim();
}
