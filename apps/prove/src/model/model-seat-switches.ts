import { AsideSeats, SeatSwitches, SwitchedPlaces, SwitchedSeats } from '@modex/api-seats/protocol';
import { seatIdAt } from '@modex/domain';
import { Send } from './commands';
import { SwitchOne } from './switch-commands';

/**
 * The port of the seats of a switch in front of the model store. Seats are written one by one: the database writes them so
 * too, within a command.
 */
export class ModelSeatSwitches extends SeatSwitches {
  constructor(private readonly send: Send) {
    super();
  }

  async setAside({ until, version, ...seats }: AsideSeats): Promise<void> {
    for (const one of each(seats)) await this.send('seats.setAside', { ...one, version, until: until.getTime() });
  }

  async make(places: SwitchedPlaces): Promise<boolean> {
    for (const one of eachPlace(places)) {
      if (!(await this.send('seats.make', { ...one, version: places.show.planVersion }))) return false;
    }
    return true;
  }

  async putBack(seats: SwitchedSeats): Promise<boolean> {
    for (const one of each(seats)) if (!(await this.send('seats.putBack', one))) return false;
    return true;
  }

  async removeMade(showId: string, switchIds: readonly string[]): Promise<void> {
    await this.send('seats.removeMade', { showId, switchIds });
  }

  async putAllBack(showId: string, switchIds: readonly string[]): Promise<boolean> {
    return this.send('seats.putAllBack', { showId, switchIds });
  }

  async removeAside(seats: SwitchedSeats): Promise<void> {
    for (const one of each(seats)) await this.send('seats.removeAside', one);
  }

  async rename(places: SwitchedPlaces): Promise<void> {
    for (const one of eachPlace(places)) await this.send('seats.rename', one);
  }

  /** The plan of the scenarios has one category. */
  async recategorise(): Promise<void> {
    throw new Error('no seat of a scenario changes its category');
  }
}

function each({ showId, seatIds, switchId }: SwitchedSeats): readonly SwitchOne[] {
  return seatIds.map((seatId) => ({ showId, seatId, switchId }));
}

function eachPlace({ show, numbers, switchId }: SwitchedPlaces): readonly SwitchOne[] {
  return numbers.map((number) => ({ showId: show.id, seatId: seatIdAt(show.seatPrefix, number), switchId }));
}
