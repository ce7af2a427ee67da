import { Show } from '@modex/domain';
import ical, { ICalEventStatus } from 'ical-generator';
import { BookingDetails } from './booking-list.service';

/** Assumed length of a show without one, in minutes. */
const USUAL_MINUTES = 120;
/** A year has four digits in the format. */
const LAST_MOMENT = Date.UTC(9999, 11, 31, 23, 59, 59);

/**
 * The show of a booking as a calendar file (RFC 5545). Times are in UTC, which every calendar shows in its reader's zone.
 * Importing a later file of the same booking updates the same event.
 */
export function writeCalendar({
  booking,
  show,
  seats,
  returnedSeats,
}: Pick<BookingDetails, 'booking' | 'show' | 'seats' | 'returnedSeats'>): string {
  const calendar = ical({ prodId: { company: 'Modex', product: 'Bookings', language: 'EN' } });
  calendar.createEvent({
    id: `${booking.id}@modex`,
    sequence: revisionOf({ booking, show, returnedSeats }),
    stamp: new Date(),
    start: show.startTime,
    end: endOf(show),
    summary: plain(show.title),
    ...(show.venue !== null && { location: plain(show.venue) }),
    description: plain(`${seats.map(({ name }) => name).join('\n')}\nBooking code ${booking.code}`),
    status: booking.status === 'CONFIRMED' ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
  });
  return calendar.toString();
}

function endOf({ startTime, durationMinutes }: Show): Date {
  return new Date(Math.min(startTime.getTime() + (durationMinutes ?? USUAL_MINUTES) * 60_000, LAST_MOMENT));
}

/** Grows with every change of the booking and of its show, so that a calendar takes the later file. */
function revisionOf({
  booking,
  show,
  returnedSeats,
}: Pick<BookingDetails, 'booking' | 'show' | 'returnedSeats'>): number {
  return show.version + returnedSeats.length + (booking.status === 'CONFIRMED' ? 0 : 1);
}

/** Text without control characters, which the format forbids; every kind of line break becomes one kind. */
function plain(text: string): string {
  return text.replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n').replace(/(?!\n)\p{Cc}/gu, '');
}
