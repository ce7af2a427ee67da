import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable, Logger, OnApplicationShutdown } from '@nestjs/common';
import { overloaded, zonedDay } from '@modex/api-core';
import { codeInGroups, moneyText } from '@modex/domain';
import { Piscina } from 'piscina';
import { BookingTickets, IssuedTicket } from '../ticket-list.service';
import { PrintedFile, PrintedTickets } from './printed-tickets';

/** The build's own file beside the server. What is not built, such as a test, draws in its own thread. */
const WORKER = join(__dirname, 'draw-tickets.js');
/** A thread that nobody needs ends after this long, in milliseconds. */
const IDLE_MS = 60_000;
/** Files that wait to be drawn, at most: some seconds of work. */
const MOST_WAITING = 50;
const LOCALE = 'en-GB';

/** Draws tickets as PDF, in a thread of its own: a file costs about a tenth of a second. */
@Injectable()
export class TicketPrinter implements OnApplicationShutdown {
  private readonly logger = new Logger(TicketPrinter.name);
  private readonly pool = existsSync(WORKER)
    ? new Piscina({ filename: WORKER, maxThreads: 1, minThreads: 0, idleTimeout: IDLE_MS })
    : undefined;

  /** Characters that the log knows about. */
  private readonly told = new Set<string>();

  /** @throws DomainError `overloaded` */
  async print(booking: BookingTickets): Promise<Uint8Array> {
    const order = toPrinted(booking);
    const { pdf, missing } = await this.draw(order);
    if (missing !== '' && !this.told.has(missing)) {
      this.told.add(missing);
      this.logger.warn(`The typeface of the tickets has no shape for ${missing} (booking ${order.bookingCode}).`);
    }
    return pdf;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.destroy();
  }

  private async draw(order: PrintedTickets): Promise<PrintedFile> {
    // Loaded only where it is needed: the library takes a tenth of a second, and 30 MB.
    if (this.pool === undefined) return (await import('./draw-tickets')).drawTickets(order);
    if (this.pool.queueSize >= MOST_WAITING) throw overloaded();
    return this.pool.run(order, { name: 'drawTickets' });
  }
}

function toPrinted({ booking, show, customer, payment, tickets }: BookingTickets): PrintedTickets {
  const { currency } = booking.price ?? {};
  const priceOf = ({ line }: IssuedTicket): string => {
    if (line === undefined || currency === undefined) return '';
    const amount = moneyText({ amount: line.amount, currency }, LOCALE);
    return [...(line.typeName === '' ? [] : [line.typeName]), amount].join(' · ');
  };
  return {
    ...{ title: show.title, when: zonedDay(show.startTime, show.timeZone), venue: show.venue ?? '' },
    ...{ customer: customer?.name ?? '', bookingCode: codeInGroups(booking.code) },
    payment: payment === undefined ? '' : `To be paid at the box office: ${moneyText(payment.due, LOCALE)}`,
    tickets: tickets.map((ticket) => ({ code: ticket.code, seat: ticket.seat.name, price: priceOf(ticket) })),
  };
}
