import { AdminModule } from '@modex/api-admin';
import * as audit from './audit';
import * as mail from './mail';
import { BookingsApi } from './bookings';
import * as imprint from './imprint';
import * as tickets from './tickets';
import { startOf } from './core';

export type { SignedInUser, TestShow } from './audit';

/** The rooms of the whole API. */
export const ROOMS = [...new Set([...audit.ROOMS, ...mail.ROOMS, ...tickets.ROOMS, ...imprint.ROOMS]), AdminModule];

export const startTestApi = startOf(BookingsApi, ROOMS);

export type TestApi = BookingsApi;
