import { MailModule } from '@modex/api-mail';
import * as bookings from './bookings';
import { startOf } from './core';

export type { SignedInUser, TestShow } from './bookings';

export const ROOMS = [...bookings.ROOMS, MailModule];

export const startTestApi = startOf(bookings.BookingsApi, ROOMS);

export type TestApi = bookings.BookingsApi;
