import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { OpenAPIObject } from '@nestjs/swagger';
import { AdminService } from '@modex/api-admin';
import { seatIdAt } from '@modex/domain';

/** Ids of this house, so that what Swagger UI fills in works when tried. */
export interface LiveExamples {
  readonly showId: string;
  readonly seatIds: readonly string[];
}

/** A show of this house and two seats in its last row, which sell last; undefined in an empty house. */
export async function findLiveExamples(app: NestFastifyApplication): Promise<LiveExamples | undefined> {
  const { items } = await app.get(AdminService).list({ limit: 20 });
  const show = items.find(({ show: { bookable }, seats }) => bookable && seats.AVAILABLE > 1)?.show;
  if (show === undefined) return undefined;
  const last = show.totalSeats - 1;
  return { showId: show.id, seatIds: [seatIdAt(show.seatPrefix, last - 1), seatIdAt(show.seatPrefix, last)] };
}

/** The document with these ids in place of its made-up ones. */
export function withLiveExamples(document: OpenAPIObject, { showId, seatIds }: LiveExamples): OpenAPIObject {
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.get, path.post]) {
      for (const parameter of operation?.parameters ?? []) {
        if ('name' in parameter && parameter.name === 'showId') parameter.example = showId;
      }
    }
  }
  const book = document.components?.schemas?.['BookDto'];
  const seats = book !== undefined && 'properties' in book ? book.properties?.['seatIds'] : undefined;
  if (seats !== undefined && 'type' in seats) seats.example = seatIds;
  return document;
}
