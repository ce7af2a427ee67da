import {
  LaidOutPlan,
  Layout,
  layoutOfPlain,
  NamedSeat,
  nameSeat,
  Place,
  placeNumberOf,
  seatIdAt,
  seatName,
} from '@modex/domain';

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

  /** The key of the category by which a seat is sold; undefined for the id of a seat that the show does not have. */
  categoryOf(seatId: string): string | undefined {
    const index = this.indexOf(seatId);
    return index === -1 ? undefined : this.plan.categories[this.plan.category[index] as number]?.key;
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

/** A plain plan of a size, whose seats have ids that begin with `seatPrefix`. */
export function plainShowPlan(size: Layout, seatPrefix: string): ShowPlan {
  return new ShowPlan(new LaidOutPlan(layoutOfPlain(size)), seatPrefix);
}
