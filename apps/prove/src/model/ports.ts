import {
  BookingEventReader,
  BookingEventsRepository,
  BookingRepository,
  HoldRepository,
  TicketRepository,
} from '@modex/api-bookings/protocol';
import { SeatRepository, SeatSwitches, StatusBoards } from '@modex/api-seats/protocol';
import { PlanSwitchRepository, ShowRepository } from '@modex/api-shows/protocol';
import { Send } from './commands';
import { ModelBookingRepository } from './model-booking.repository';
import { ModelBookingEventsRepository, ModelReader } from './model-booking-events.repository';
import { ModelHoldRepository } from './model-hold.repository';
import { ModelPlanSwitchRepository } from './model-plan-switch.repository';
import { ModelSeatRepository } from './model-seat.repository';
import { ModelSeatSwitches } from './model-seat-switches';
import { ModelShowRepository, NewShowIds } from './model-show.repository';
import { ModelTicketRepository } from './model-ticket.repository';
import { ModelStatusBoards } from './model-status-boards';
import { StoreState } from './store-state';

/** The ports that the services of the protocol are given. */
export interface Ports {
  readonly bookings: BookingRepository;
  readonly holds: HoldRepository;
  readonly events: BookingEventsRepository;
  readonly seats: SeatRepository;
  readonly boards: StatusBoards;
  readonly shows: ShowRepository;
  readonly switches: PlanSwitchRepository;
  readonly seatSwitches: SeatSwitches;
  readonly tickets: TicketRepository;
  /** The readers of the outbox. */
  readonly readers: readonly BookingEventReader[];
}

/** Ids for what a process makes. They contain the process, so that its booking has the same id in every schedule. */
export interface Ids {
  readonly bookingId: () => string;
  readonly changeId: () => string;
  readonly actId: () => string;
  readonly switchId: () => string;
  readonly show: () => NewShowIds;
}

/**
 * Ports in front of a model store. The model leaves out what the protocol never calls (lists for people, the audit);
 * such a call would fail by name.
 * @param initial the store when the scenario begins; what the boards have in memory, and the readers of the outbox
 */
export function modelPorts(send: Send, ids: Ids, initial: StoreState): Ports {
  return {
    bookings: new ModelBookingRepository(send, ids.bookingId) as ModelBookingRepository & BookingRepository,
    holds: new ModelHoldRepository(send, ids.changeId),
    events: new ModelBookingEventsRepository(send),
    seats: new ModelSeatRepository(send, ids.actId) as ModelSeatRepository & SeatRepository,
    boards: new ModelStatusBoards(send, initial) as ModelStatusBoards & StatusBoards,
    shows: new ModelShowRepository(send, ids.show) as ModelShowRepository & ShowRepository,
    switches: new ModelPlanSwitchRepository(send, ids.switchId),
    seatSwitches: new ModelSeatSwitches(send),
    tickets: new ModelTicketRepository(send),
    readers: Object.keys(initial.read ?? {}).map((name) => new ModelReader(send, name)),
  };
}
