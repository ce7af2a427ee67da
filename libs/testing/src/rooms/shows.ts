import { CreateShowCommand, ShowCreationService, ShowsModule } from '@modex/api-shows';
import { startOf } from './core';
import { inDays } from '../in-days';
import * as plans from './plans';
import * as seats from './seats';

export type TestShow = seats.TestShow;

/** What a test wants to say about a show. */
export type NewTestShow = Partial<CreateShowCommand>;

export class ShowsApi extends seats.SeatsApi {
  /** A show on sale with its seats; by default next year and with 10 seats. */
  async show(wanted: NewTestShow = {}): Promise<TestShow> {
    const { show } = await this.find(ShowCreationService).create(testShow(wanted));
    return seats.withSeats(show);
  }

  /** Lets the show have started an hour ago, by the database's clock. The API knows within a second. */
  async startShow({ id }: TestShow): Promise<void> {
    await this.stored('shows').updateOne({ _id: this.objectId(id) }, [
      { $set: { start_time: { $subtract: ['$$NOW', 3_600_000] } } },
    ]);
  }
}

/** A complete show, with defaults for all that the test does not set. */
export function testShow(wanted: NewTestShow = {}): CreateShowCommand {
  const size = wanted.rows === undefined ? { totalSeats: 10 } : {};
  return {
    title: 'A show',
    venue: 'A venue',
    description: null,
    limitPerCustomer: null,
    startTime: inDays(365),
    status: 'ON_SALE',
    ...size,
    ...wanted,
  };
}

export const ROOMS = [...new Set([...plans.ROOMS, ...seats.ROOMS]), ShowsModule];

export const startTestApi = startOf(ShowsApi, ROOMS);

export type TestApi = ShowsApi;
