import { inject, Injectable, signal } from '@angular/core';
import { Api, BookingResponse, Problem, readProblem, reissueTicket, TicketResponse } from '@modex/web-api-client';
import { Confirmation, Confirmations, isolated, writeShowTime } from '@modex/web-ui';
import { BookingAccess } from '../access/booking-access';

/** Issues a ticket anew for somebody else: asks the customer, then the API, and shows only what the API answers. */
@Injectable()
export class PassingOn {
  private readonly api = inject(Api);
  private readonly access = inject(BookingAccess);
  private readonly confirmations = inject(Confirmations);

  /** Why the last one was refused. */
  readonly problem = signal<Problem | undefined>(undefined);
  /** The seat whose new ticket waits to be handed over. */
  readonly renewed = signal<string | undefined>(undefined);

  /** The tickets of the booking as the API sees them afterwards; undefined when nothing was changed. */
  async renew(
    booking: BookingResponse,
    { seat, issue }: TicketResponse,
  ): Promise<readonly TicketResponse[] | undefined> {
    this.problem.set(undefined);
    this.renewed.set(undefined);
    if (!(await this.confirmations.ask(question(booking, seat.name)))) return undefined;
    try {
      const { bookingId } = booking;
      const asked = { bookingId, seatId: seat.id, body: { issue }, ...this.access.headerOf(bookingId) };
      const { tickets } = await this.api.invoke(reissueTicket, asked);
      this.renewed.set(seat.id);
      return tickets;
    } catch (error) {
      this.problem.set(readProblem(error));
      return undefined;
    }
  }
}

function question({ show }: BookingResponse, seat: string): Confirmation {
  return {
    headline: $localize`Pass the ticket for ${seat}:seat: on?`,
    consequences: [
      $localize`${isolated(show.title)}:title:, ${writeShowTime(show)}:time:.`,
      $localize`You get a new ticket for this seat. The code that you see now is void at once, also where it was printed or sent.`,
      $localize`Whoever has the new ticket gets in with it. The booking stays yours.`,
    ],
    confirm: $localize`Make a new ticket`,
    keep: $localize`Keep this ticket`,
  };
}
