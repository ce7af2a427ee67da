import { SeatedShow } from '@modex/domain';

/** Seats of a show that a switch of its plan is about. */
export interface SwitchedSeats {
  readonly showId: string;
  readonly seatIds: readonly string[];
  readonly switchId: string;
}

/** Seats that a switch sets aside until it is over. */
export interface AsideSeats extends SwitchedSeats {
  /** The later version of the plan. */
  readonly version: number;
  /** After this moment of the database's clock none is set aside. */
  readonly until: Date;
}

/** The places of a show's later plan that a switch writes, by their numbers. */
export interface SwitchedPlaces {
  /** The show in its later version. */
  readonly show: SeatedShow;
  readonly numbers: readonly number[];
  readonly switchId: string;
}

/**
 * What becomes of the seats of a show that switches to a later version of its plan. All of it may be done again: a seat that
 * was changed already is left as it is. A seat that is made, set aside or renamed knows since which version it is what it
 * is, so that nobody takes it who knows only an earlier one.
 */
export abstract class SeatSwitches {
  /** AVAILABLE → BLOCKED by the switch, each seat by one conditional write; all others stay as they are. */
  abstract setAside(seats: AsideSeats): Promise<void>;
  /** Makes free seats at new places. @returns false where others are in their place */
  abstract make(places: SwitchedPlaces): Promise<boolean>;

  /** Removes what was made by switches that were given up. First, since it may have the names of what was set aside. */
  abstract removeMade(showId: string, switchIds: readonly string[]): Promise<void>;
  /**
   * What this switch has set aside of the seats becomes what it was, and is free.
   * @returns false where a seat that was made late has one of their names
   */
  abstract putBack(seats: SwitchedSeats): Promise<boolean>;
  /** The same for the few that a late command of a switch that was given up has set aside. */
  abstract putAllBack(showId: string, switchIds: readonly string[]): Promise<boolean>;

  /** Removes those of the seats that this switch has set aside. */
  abstract removeAside(seats: SwitchedSeats): Promise<void>;
  /** Gives what this switch has set aside its new name, and frees it. */
  abstract rename(places: SwitchedPlaces): Promise<void>;
  /** Gives seats their new category, whoever has them. */
  abstract recategorise(places: SwitchedPlaces): Promise<void>;
}
