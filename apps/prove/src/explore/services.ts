import { AdminService, ShowCreationService, ShowSweep } from '@modex/api-admin/protocol';
import { AccountService } from '@modex/api-accounts';
import { BookingListService } from '@modex/api-bookings';
import { BookingService, BookingSweep } from '@modex/api-bookings/protocol';
import { Settings, Sweeper } from '@modex/api-core';
import { SeatAvailability } from '@modex/api-shows';
import { ShowService } from '@modex/api-shows/protocol';
import { SeatCounts } from '@modex/domain';
import { Ports } from '../model/ports';

/** The classes that run in production, or a variant of them with a bug planted. */
export interface Production {
  readonly BookingService: typeof BookingService;
  readonly BookingSweep: typeof BookingSweep;
  readonly ShowService: typeof ShowService;
  readonly ShowCreationService: typeof ShowCreationService;
  readonly ShowSweep: typeof ShowSweep;
  readonly AdminService: typeof AdminService;
}

export const PRODUCTION: Production = {
  BookingService,
  BookingSweep,
  ShowService,
  ShowCreationService,
  ShowSweep,
  AdminService,
};

/** What a process of a scenario can call. */
export interface Services {
  readonly booking: BookingService;
  readonly bookingSweep: BookingSweep;
  readonly creation: ShowCreationService;
  readonly showSweep: ShowSweep;
  readonly admin: AdminService;
}

/** Length of a booking's lease in the model, in milliseconds. */
export const LEASE_MS = 30_000;

const SETTINGS: Settings = {
  mongodbUri: '',
  leaseSeconds: LEASE_MS / 1_000,
  maxSeatsPerBooking: 10,
  sessionSecret: '',
  publicUrl: undefined,
  admin: { email: '', password: '' },
};

/** The services, wired by hand as the modules wire them. */
export function wire(production: Production, { bookings, seats, shows }: Ports): Services {
  const showService = new production.ShowService(shows);
  const booking = new production.BookingService(bookings, seats, showService, absent(AccountService), SETTINGS);
  const creation = new production.ShowCreationService(shows, seats);
  const sweeper = new Sweeper();
  return {
    booking,
    bookingSweep: new production.BookingSweep(bookings, seats, sweeper),
    creation,
    showSweep: new production.ShowSweep(shows, seats, booking, sweeper),
    admin: new production.AdminService(creation, showService, new NoCounts(), booking, absent(BookingListService)),
  };
}

/** Counting seats is for the eyes of the organiser; the protocol does not depend on it. */
class NoCounts extends SeatAvailability {
  async countByShow(): Promise<ReadonlyMap<string, SeatCounts>> {
    return new Map();
  }
}

/** A service that nothing in a scenario may reach: it has no collaborators, so any use of it fails. */
function absent<T>(type: abstract new (...args: never[]) => T): T {
  return Object.create(type.prototype as object) as T;
}
