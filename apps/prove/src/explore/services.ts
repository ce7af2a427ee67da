import { AccountService, User } from '@modex/api-accounts';
import {
  BestHoldService,
  BookingCancelService,
  BookingChecks,
  BookingConfirmation,
  BookingIntake,
  BookingLimit,
  BookingLocks,
  BookingOutbox,
  BookingRepository,
  BookingService,
  BookingSettling,
  BookingSweep,
  ChosenSeats,
  HoldChangeService,
  HoldConfirmation,
  HoldEndService,
  HoldService,
  HoldTaking,
  OpenBookings,
  ShowCancelService,
  ShowCancelSweep,
  TicketService,
} from '@modex/api-bookings/protocol';
import { ActivityLog } from '@modex/api-activity';
import { Jobs, Settings } from '@modex/api-core';
import {
  PlanSwitchService,
  PlanSwitchSteps,
  PlanSwitchSweep,
  SeatBlockService,
  ShowCreationService,
  ShowCreationSweep,
  ShowPlans,
  ShowService,
} from '@modex/api-shows/protocol';
import { inPlainPlan, isPlainPlan, Layout, plainPlan, Show } from '@modex/domain';
import { Ports } from '../model/ports';
import { planIn } from '../model/versions';

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
  readonly BookingIntake: typeof BookingIntake;
  readonly BookingLimit: typeof BookingLimit;
  readonly OpenBookings: typeof OpenBookings;
  readonly HoldService: typeof HoldService;
  readonly BestHoldService: typeof BestHoldService;
  readonly HoldTaking: typeof HoldTaking;
  readonly HoldChangeService: typeof HoldChangeService;
  readonly HoldConfirmation: typeof HoldConfirmation;
  readonly HoldEndService: typeof HoldEndService;
  readonly SeatBlockService: typeof SeatBlockService;
  readonly PlanSwitchService: typeof PlanSwitchService;
  readonly PlanSwitchSteps: typeof PlanSwitchSteps;
  readonly PlanSwitchSweep: typeof PlanSwitchSweep;
  readonly ShowService: typeof ShowService;
  readonly ShowCreationService: typeof ShowCreationService;
  readonly ShowCreationSweep: typeof ShowCreationSweep;
  readonly ShowCancelService: typeof ShowCancelService;
  readonly ShowCancelSweep: typeof ShowCancelSweep;
  readonly TicketService: typeof TicketService;
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
  BookingIntake,
  BookingLimit,
  OpenBookings,
  HoldService,
  BestHoldService,
  HoldTaking,
  HoldChangeService,
  HoldConfirmation,
  HoldEndService,
  PlanSwitchService,
  PlanSwitchSteps,
  PlanSwitchSweep,
  SeatBlockService,
  ShowService,
  ShowCreationService,
  ShowCreationSweep,
  ShowCancelService,
  ShowCancelSweep,
  TicketService,
};

/** What a process of a scenario can call. */
export interface Services {
  readonly booking: BookingService;
  readonly cancelling: BookingCancelService;
  readonly holding: HoldService;
  readonly holdingBest: BestHoldService;
  readonly changing: HoldChangeService;
  readonly confirming: HoldConfirmation;
  readonly ending: HoldEndService;
  readonly bookings: BookingRepository;
  readonly bookingSweep: BookingSweep;
  readonly outbox: BookingOutbox;
  readonly blocking: SeatBlockService;
  readonly switching: PlanSwitchService;
  readonly switchSweep: PlanSwitchSweep;
  readonly shows: ShowService;
  readonly creation: ShowCreationService;
  readonly creationSweep: ShowCreationSweep;
  readonly showCancelling: ShowCancelService;
  readonly showCancelSweep: ShowCancelSweep;
  readonly ticketing: TicketService;
}

/** Length of a booking's lease in the model, in milliseconds. */
export const LEASE_MS = 30_000;

/** A hold ends before a lease would, and lasts no longer than one, so that everything that runs now is over a lease later. */
const HOLDS = { seconds: 20, maxSeconds: 30, pauseSeconds: 60, anonymousPerNetwork: 40 };
/** The longest life of a hold, in milliseconds. */
export const HOLD_MAX_MS = HOLDS.maxSeconds * 1_000;
/** The lease of a change. A hold lasts for two of them, and for three with all extensions. */
export const CHANGE_MS = 10_000;

const SETTINGS: Settings = {
  mongodbUri: '',
  redisUrl: undefined,
  leaseSeconds: LEASE_MS / 1_000,
  maxSeatsPerBooking: 10,
  holds: HOLDS,
  share: { index: 0, of: 1 },
  maxViewers: 5_000,
  sessionSecret: '',
  publicUrl: undefined,
  host: '127.0.0.1',
  trustedProxies: undefined,
  mail: undefined,
  rateLimits: false,
  venueTimeZone: 'Europe/Berlin',
  apiDocs: 'off',
  admin: { email: '', password: '' },
};

/** The services, wired by hand as the modules wire them. */
export function wire(production: Production, ports: Ports): Services {
  const { bookings, events, holds, seats, shows, switches, seatSwitches, tickets, readers } = ports;
  const jobs = new Jobs();
  const outbox = new production.BookingOutbox(events, SETTINGS, jobs);
  for (const reader of readers) outbox.add(reader);
  const showService = new production.ShowService(shows, plans());
  const steps = new production.PlanSwitchSteps(switches, seats, seatSwitches, plans());
  const settling = new production.BookingSettling(bookings, seats, SETTINGS);
  const cancelling = new production.BookingCancelService(bookings, settling, outbox, showService);
  const booked = bookingServices(production, ports, { showService, outbox, settling });
  return {
    ...booked,
    bookings,
    cancelling,
    bookingSweep: new production.BookingSweep(bookings, holds, settling, jobs),
    outbox,
    switching: new production.PlanSwitchService(showService, switches, steps),
    switchSweep: new production.PlanSwitchSweep(switches, shows, steps, jobs),
    blocking: new production.SeatBlockService(showService, seats, noLog()),
    shows: showService,
    creation: new production.ShowCreationService(shows, seats, showService, plans()),
    creationSweep: new production.ShowCreationSweep(shows, seats, jobs),
    showCancelling: new production.ShowCancelService(showService, cancelling, booked.ending),
    showCancelSweep: new production.ShowCancelSweep(shows, cancelling, jobs),
    ticketing: new production.TicketService(bookings, tickets),
  };
}

function bookingServices(
  production: Production,
  { bookings, holds, seats, boards }: Ports,
  { showService, outbox, settling }: BookingParts,
): Pick<Services, 'booking' | 'holding' | 'holdingBest' | 'changing' | 'confirming' | 'ending'> {
  const checks = new production.BookingChecks(bookings, showService, anyCustomer(), boards);
  const locks = new production.BookingLocks(bookings, seats);
  const confirmation = new production.BookingConfirmation(bookings, locks, outbox);
  const openBookings = new production.OpenBookings(holds, settling, SETTINGS);
  const limit = new production.BookingLimit(bookings, locks);
  const intake = new production.BookingIntake(bookings, openBookings, limit, SETTINGS);
  const taking = new production.HoldTaking(bookings, holds, locks, SETTINGS);
  const holding = new production.HoldService(checks, intake, taking, SETTINGS);
  return {
    booking: new production.BookingService(checks, intake, locks, confirmation, SETTINGS),
    holding,
    holdingBest: new production.BestHoldService(checks, holding, openBookings, boards, noHints()),
    changing: new production.HoldChangeService(bookings, holds, seats, locks, settling),
    confirming: new production.HoldConfirmation(bookings, holds, seats, outbox),
    ending: new production.HoldEndService(bookings, holds, settling, SETTINGS),
  };
}

interface BookingParts {
  readonly showService: ShowService;
  readonly outbox: BookingOutbox;
  readonly settling: BookingSettling;
}

/** Every user exists, so that staff can book for anybody; scenarios need nothing else of accounts. */
function anyCustomer(): AccountService {
  return Object.assign(absent(AccountService), { findUser: async (id: string) => ({ id }) as User });
}

/** Shows have plain plans, or a version of the one that is drawn. */
function plans(): ShowPlans {
  return Object.assign(absent(ShowPlans), {
    seated: async <S extends Show>(show: S) =>
      isPlainPlan(show.planId) ? inPlainPlan(show) : { ...show, plan: planIn(show.planVersion) },
    plain: (layout: Layout) => ({ plan: plainPlan(layout), layout }),
    choose: async ({ planVersion = 1 }: { readonly planVersion?: number }) => {
      const plan = planIn(planVersion);
      return { plan, layout: { totalSeats: plan.size, seatsPerRow: plan.size } };
    },
  });
}

/** Nobody in a process knows what others are about to try: the search runs each request alone. */
function noHints(): ChosenSeats {
  return Object.assign(absent(ChosenSeats), {
    of: () => new Set<number>(),
    during: <T>(_showId: string, _places: readonly number[], attempt: () => Promise<T>) => attempt(),
    settled: async () => undefined,
  });
}

/** The activity log is told after everything else, and nobody waits for it. */
function noLog(): ActivityLog {
  return Object.assign(absent(ActivityLog), { record: async () => undefined });
}

/** A service that nothing in a scenario may reach: it has no collaborators, so any use of it fails. */
function absent<T>(type: abstract new (...args: never[]) => T): T {
  return Object.create(type.prototype as object) as T;
}
