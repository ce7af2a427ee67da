import { AccountService, User } from '@modex/api-accounts';
import {
  BookingCancelService,
  BookingChecks,
  BookingConfirmation,
  BookingLocks,
  BookingOutbox,
  BookingService,
  BookingSettling,
  BookingSweep,
  ShowCancelService,
  ShowCancelSweep,
} from '@modex/api-bookings/protocol';
import { Jobs, Settings } from '@modex/api-core';
import { ShowCreationService, ShowCreationSweep, ShowService } from '@modex/api-shows/protocol';
import { Ports } from '../model/ports';

/** The classes that run in production, or a variant of them with a bug planted. */
export interface Production {
  readonly BookingService: typeof BookingService;
  readonly BookingLocks: typeof BookingLocks;
  readonly BookingChecks: typeof BookingChecks;
  readonly BookingConfirmation: typeof BookingConfirmation;
  readonly BookingOutbox: typeof BookingOutbox;
  readonly BookingCancelService: typeof BookingCancelService;
  readonly BookingSettling: typeof BookingSettling;
  readonly BookingSweep: typeof BookingSweep;
  readonly ShowService: typeof ShowService;
  readonly ShowCreationService: typeof ShowCreationService;
  readonly ShowCreationSweep: typeof ShowCreationSweep;
  readonly ShowCancelService: typeof ShowCancelService;
  readonly ShowCancelSweep: typeof ShowCancelSweep;
}

export const PRODUCTION: Production = {
  BookingService,
  BookingLocks,
  BookingChecks,
  BookingConfirmation,
  BookingOutbox,
  BookingCancelService,
  BookingSettling,
  BookingSweep,
  ShowService,
  ShowCreationService,
  ShowCreationSweep,
  ShowCancelService,
  ShowCancelSweep,
};

/** What a process of a scenario can call. */
export interface Services {
  readonly booking: BookingService;
  readonly cancelling: BookingCancelService;
  readonly bookingSweep: BookingSweep;
  readonly outbox: BookingOutbox;
  readonly shows: ShowService;
  readonly creation: ShowCreationService;
  readonly creationSweep: ShowCreationSweep;
  readonly showCancelling: ShowCancelService;
  readonly showCancelSweep: ShowCancelSweep;
}

/** Length of a booking's lease in the model, in milliseconds. */
export const LEASE_MS = 30_000;

const SETTINGS: Settings = {
  mongodbUri: '',
  leaseSeconds: LEASE_MS / 1_000,
  maxSeatsPerBooking: 10,
  sessionSecret: '',
  publicUrl: undefined,
  host: '127.0.0.1',
  trustedProxies: undefined,
  rateLimits: false,
  venueTimeZone: 'Europe/Berlin',
  apiDocs: 'off',
  admin: { email: '', password: '' },
};

/** The services, wired by hand as the modules wire them. */
export function wire(production: Production, { bookings, events, seats, shows, readers }: Ports): Services {
  const jobs = new Jobs();
  const outbox = new production.BookingOutbox(events, SETTINGS, jobs);
  for (const reader of readers) outbox.add(reader);
  const showService = new production.ShowService(shows);
  const settling = new production.BookingSettling(bookings, seats);
  const cancelling = new production.BookingCancelService(bookings, settling, outbox, showService);
  return {
    booking: bookingService(production, { bookings, seats, showService, outbox }),
    cancelling,
    bookingSweep: new production.BookingSweep(bookings, settling, jobs),
    outbox,
    shows: showService,
    creation: new production.ShowCreationService(shows, seats, showService),
    creationSweep: new production.ShowCreationSweep(shows, seats, jobs),
    showCancelling: new production.ShowCancelService(showService, cancelling),
    showCancelSweep: new production.ShowCancelSweep(shows, cancelling, jobs),
  };
}

function bookingService(
  production: Production,
  { bookings, seats, showService, outbox }: Pick<Ports, 'bookings' | 'seats'> & BookingParts,
): BookingService {
  const checks = new production.BookingChecks(bookings, showService, anyCustomer());
  const locks = new production.BookingLocks(bookings, seats);
  const confirmation = new production.BookingConfirmation(bookings, locks, outbox);
  return new production.BookingService(bookings, checks, locks, confirmation, SETTINGS);
}

interface BookingParts {
  readonly showService: ShowService;
  readonly outbox: BookingOutbox;
}

/** Everybody has an account, so that staff may book for anybody; nothing else of accounts is part of a scenario. */
function anyCustomer(): AccountService {
  return Object.assign(absent(AccountService), { findUser: async (id: string) => ({ id }) as User });
}

/** A service that nothing in a scenario may reach: it has no collaborators, so any use of it fails. */
function absent<T>(type: abstract new (...args: never[]) => T): T {
  return Object.create(type.prototype as object) as T;
}
