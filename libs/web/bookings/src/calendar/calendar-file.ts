import { DOCUMENT, inject, Injectable } from '@angular/core';
import { Api, BookingResponse, getBookingCalendar } from '@modex/web-api-client';
import { BookingAccess } from '../access/booking-access';

/** The show of a booking for the customer's own calendar. */
@Injectable({ providedIn: 'root' })
export class CalendarFile {
  private readonly api = inject(Api);
  private readonly access = inject(BookingAccess);
  private readonly page = inject(DOCUMENT);

  /** Hands the API's file to the browser. @throws what the call threw: read it with `readProblem` */
  async save({ bookingId, code }: BookingResponse): Promise<void> {
    const file = await this.api.invoke(getBookingCalendar, { bookingId, ...this.access.headerOf(bookingId) });
    const address = URL.createObjectURL(new Blob([file], { type: 'text/calendar' }));
    const link = this.page.createElement('a');
    link.href = address;
    link.download = `modex-${code}.ics`;
    link.click();
    URL.revokeObjectURL(address);
  }
}
