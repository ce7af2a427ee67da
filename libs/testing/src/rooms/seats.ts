import { SeatRepository, SeatsModule } from '@modex/api-seats';
import { layoutOf, LayoutRequest, plainPlan, SeatedShow, seatIdAt } from '@modex/domain';
import { randomBytes } from 'node:crypto';
import * as core from './core';

/** A show and its seats in layout order. */
export interface TestShow {
  readonly id: string;
  readonly seatIds: readonly string[];
}

export class SeatsApi extends core.CoreApi {
  /** Makes the seats of a show that has no document of its own. */
  async seats(wanted: LayoutRequest = { totalSeats: 10 }): Promise<TestShow> {
    const layout = layoutOf(wanted);
    const show = { ...layout, plan: plainPlan(layout), id: idOf(12), seatPrefix: idOf(8) } as SeatedShow;
    await this.find(SeatRepository).create(show, 0, show.totalSeats);
    return withSeats(show);
  }

  /** The stored statuses of a show's seats, in layout order. */
  async seatStatuses({ id }: TestShow): Promise<readonly string[]> {
    const seats = this.stored('seats').find({ show_id: this.objectId(id) });
    return (await seats.sort({ _id: 1 }).toArray()).map((seat) => String(seat['status']));
  }
}

/** A show as tests name it. */
export function withSeats({ id, seatPrefix, plan }: SeatedShow): TestShow {
  const seatIds = Array.from({ length: plan.size }, (_, index) => seatIdAt(seatPrefix, plan.numberAt(index)));
  return { id, seatIds };
}

function idOf(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}

export const ROOMS = [...core.ROOMS, SeatsModule];

export const startTestApi = core.startOf(SeatsApi, ROOMS);

export type TestApi = SeatsApi;
