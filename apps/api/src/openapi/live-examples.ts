import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { OpenAPIObject } from '@nestjs/swagger';
import { SeatRepository } from '@modex/api-seats';
import { ShowSalesService, ShowService } from '@modex/api-shows';

/** Ids from this database, so that the examples of Swagger UI work when they are tried. */
export interface LiveExamples {
  readonly showId: string;
  readonly seatIds: readonly string[];
}

/** A show and the last two of its free seats; undefined while there is no show. */
export async function findLiveExamples(app: NestFastifyApplication): Promise<LiveExamples | undefined> {
  const { items } = await app.get(ShowSalesService).list({ limit: 20 });
  const show = items.find(({ show: { bookable }, seats }) => bookable && seats.AVAILABLE > 1)?.show;
  if (show === undefined) return undefined;
  const seats = await app.get(SeatRepository).findByShow(await app.get(ShowService).findSeated(show.id));
  const free = seats.filter(({ status }) => status === 'AVAILABLE').map(({ id }) => id);
  return { showId: show.id, seatIds: free.slice(-2) };
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
