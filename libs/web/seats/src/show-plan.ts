import {
  LaidOutPlan,
  layoutOfPlain,
  NamedSeat,
  nameSeat,
  Place,
  placeNumberOf,
  seatIdAt,
  seatName,
} from '@modex/domain';
import { ShowResponse } from '@modex/web-api-client';

/** The plan of a show: its seats by their index, which is their place in the packed status. */
export class ShowPlan {
  constructor(
    readonly plan: LaidOutPlan,
    private readonly seatPrefix: string,
  ) {}

  /** How many seats it has. */
  get size(): number {
    return this.plan.size;
  }

  idAt(index: number): string {
    return seatIdAt(this.seatPrefix, this.plan.numberAt(index));
  }

  /** -1 for the id of a seat that the show does not have. */
  indexOf(seatId: string): number {
    return seatId.startsWith(this.seatPrefix) ? this.plan.indexOf(placeNumberOf(seatId)) : -1;
  }

  placeAt(index: number): Place {
    return this.plan.at(index);
  }

  /** What it is called in full. */
  nameAt(index: number): string {
    return seatName(this.plan.at(index));
  }

  seatAt(index: number): NamedSeat {
    return nameSeat(this.idAt(index), this.plan.at(index));
  }

  /** The seat of this id; undefined where the show has none. */
  seat(seatId: string): NamedSeat | undefined {
    const index = this.indexOf(seatId);
    return index === -1 ? undefined : this.seatAt(index);
  }
}

/** The plan that a show is put on in: a plain one of its size. */
export function planOfShow({
  totalSeats,
  seatsPerRow,
  seatPrefix,
}: Pick<ShowResponse, 'totalSeats' | 'seatsPerRow' | 'seatPrefix'>): ShowPlan {
  return new ShowPlan(new LaidOutPlan(layoutOfPlain({ totalSeats, seatsPerRow })), seatPrefix);
}
