import { objectId } from '@modex/api-core';
import { FeeLine, Quote, Tax, TicketLine } from '@modex/domain';
import { Types } from 'mongoose';

/** What a ticket cost when it was sold; amounts in minor units. */
interface TicketPriceDocument {
  readonly seat: Types.ObjectId;
  readonly category: string;
  readonly type: string;
  readonly type_name: string;
  readonly proof: boolean;
  readonly amount: number;
  readonly tax: number;
}

/** What a booking cost when it was sold; amounts in minor units. */
export interface BookingPriceDocument {
  readonly currency: string;
  readonly tickets: readonly TicketPriceDocument[];
  readonly fees: readonly FeeLine[];
  readonly tax: Pick<Tax, 'name' | 'percent' | 'included'> | null;
  readonly total: number;
  readonly tax_total: number;
}

/** The price of a booking as it is stored. */
export function fromQuote({ currency, tickets, fees, tax, total, taxTotal }: Quote): BookingPriceDocument {
  return { currency, tickets: tickets.map(fromTicket), fees, tax, total, tax_total: taxTotal };
}

export function toQuote({ currency, tickets, fees, tax, total, tax_total }: BookingPriceDocument): Quote {
  return { currency, tickets: tickets.map(toTicket), fees, tax, total, taxTotal: tax_total };
}

function fromTicket({ seatId, typeName, ...same }: TicketLine): TicketPriceDocument {
  return { ...same, seat: objectId(seatId), type_name: typeName };
}

function toTicket({ seat, type_name: typeName, ...same }: TicketPriceDocument): TicketLine {
  return { ...same, seatId: seat.toHexString(), typeName };
}
