import { randomBytes } from 'node:crypto';
import { objectId } from '@modex/api-core';
import { Layout, PLAIN_VERSION, plainPlanId, saleAt, Show, ShowChange, ShowPrices } from '@modex/domain';
import { NewShow } from '../show.repository';
import { searchKey } from './search-key';
import { ChangeDocument, PricesDocument, ShowDocument } from './show.schema';

/** A show as it is read, with the time of the database's clock. */
export type Found = ShowDocument & { read_at: Date };

/** @param zone the zone of shows that were stored before shows had one */
export function toShow(show: Found, zone: string): Show {
  const times = {
    startTime: show.start_time,
    saleOpensAt: show.sale_opens_at ?? null,
    saleClosesAt: show.sale_closes_at ?? null,
  };
  // Shows of earlier versions, and those that say nothing: until they start.
  const giveBackHours = show.give_back_hours === undefined ? 0 : show.give_back_hours;
  return {
    id: show._id.toHexString(),
    title: show.title,
    ...times,
    timeZone: show.time_zone ?? zone,
    durationMinutes: show.duration_minutes ?? null,
    venue: show.venue ?? null,
    description: show.description ?? null,
    houseRules: show.house_rules ?? null,
    gettingThere: show.getting_there ?? null,
    status: show.status,
    planId: show.plan_id?.toHexString() ?? plainPlanId(layoutOf(show)),
    planVersion: show.layout_version,
    totalSeats: show.total_seats,
    seatsPerRow: show.seats_per_row,
    limitPerCustomer: show.limit_per_customer ?? null,
    noLoneSeat: show.no_lone_seat ?? false,
    giveBackHours,
    prices: toPrices(show.prices),
    seatPrefix: show.seat_prefix,
    createdAt: show.created_at,
    version: show.version ?? 0,
    cancelReason: show.cancel_reason ?? null,
    ...saleAt({ ...times, status: show.status, giveBackHours }, show.read_at),
  };
}

function layoutOf({ total_seats: totalSeats, seats_per_row: seatsPerRow }: ShowDocument): Layout {
  return { totalSeats, seatsPerRow };
}

function toPrices(prices: PricesDocument | undefined): ShowPrices | null {
  if (prices === undefined) return null;
  const { currency, categories, ticket_types: ticketTypes, fees, tax } = prices;
  // In the order of the contract: changes of prices are told by their text.
  return { currency, categories, ticketTypes, fees, tax };
}

/** Prices as they are stored; undefined for none. */
export function fromPrices(prices: ShowPrices | null | undefined): PricesDocument | undefined {
  if (prices === null || prices === undefined) return undefined;
  const { ticketTypes, ...same } = prices;
  return { ...same, ticket_types: ticketTypes };
}

export function toChange({ by, ...change }: ChangeDocument): ShowChange {
  return { ...change, by: by.toHexString() };
}

/** The stored fields of a new show, except its times. @param zone for a show that names none */
export function fieldsOf({ layout, drawn, request, ...show }: NewShow, zone: string): Partial<ShowDocument> {
  return {
    title: show.title,
    start_time: show.startTime,
    sale_opens_at: show.saleOpensAt ?? undefined,
    sale_closes_at: show.saleClosesAt ?? undefined,
    time_zone: show.timeZone ?? zone,
    duration_minutes: show.durationMinutes,
    venue: show.venue ?? undefined,
    search_key: searchKey(show),
    description: show.description ?? undefined,
    house_rules: show.houseRules ?? undefined,
    getting_there: show.gettingThere ?? undefined,
    status: 'CREATING',
    total_seats: layout.totalSeats,
    seats_per_row: layout.seatsPerRow,
    limit_per_customer: show.limitPerCustomer ?? undefined,
    no_lone_seat: show.noLoneSeat,
    give_back_hours: show.giveBackHours,
    prices: fromPrices(show.prices),
    seat_prefix: randomBytes(8).toString('hex'),
    plan_id: drawn && objectId(drawn.planId),
    layout_version: drawn?.version ?? PLAIN_VERSION,
    created_by: request && objectId(request.userId),
    idempotency_key: request?.idempotencyKey,
    request_digest: request?.digest,
  };
}
