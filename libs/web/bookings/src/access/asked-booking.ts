import { computed, inject, Signal } from '@angular/core';
import { SessionStore } from '@modex/web-account';
import { BookingAccess } from './booking-access';

/** Which booking is read, and as whom. */
export interface AskedBooking {
  readonly bookingId: string;
  /** Undefined for whoever looked it up. */
  readonly userId: string | undefined;
}

/** Whether the booking of a page may be read. */
export interface BookingDoor {
  /** Undefined while nobody is signed in and nobody has looked the booking up. */
  readonly asked: Signal<AskedBooking | undefined>;
  /** Nobody is signed in, and nobody has looked the booking up. */
  readonly closed: Signal<boolean>;
}

/** The booking of a page, for whoever looked it up or is signed in; it changes when somebody signs in. */
export function bookingDoor(bookingId: Signal<string>): BookingDoor {
  const session = inject(SessionStore);
  const access = inject(BookingAccess);
  const asked = computed(() => {
    const [id, userId] = [bookingId(), session.user()?.userId];
    return id !== '' && (userId !== undefined || access.has(id)) ? { bookingId: id, userId } : undefined;
  });
  void session.look();
  return { asked, closed: computed(() => session.ready() && asked() === undefined) };
}
