import { TicketsModule } from '@modex/api-tickets';
import * as bookings from './bookings';
import { startOf } from './core';

export type { SignedInUser, TestShow } from './bookings';

export const ROOMS = [...bookings.ROOMS, TicketsModule];

export const startTestApi = startOf(bookings.BookingsApi, ROOMS);

export type TestApi = bookings.BookingsApi;
