import { Injectable } from '@nestjs/common';
import { BookingRepository } from '@modex/api-bookings';
import { SeatOwner, SeatRepository } from '@modex/api-seats';
import { ShowRepository } from '@modex/api-shows';
import { Booking, Show, soldAtOnce } from '@modex/domain';
import { Findings } from './findings';

/** After this long past its lease or its end, a booking that did not confirm may not have a seat, in milliseconds. */
const GRACE_MS = 5_000;

/** Something that looks wrong at first sight: the two sides were read one after the other while people book. */
type Suspicion =
  | { readonly kind: 'owner'; readonly seatId: string; readonly bookingId: string }
  | { readonly kind: 'missing'; readonly seatId: string; readonly bookingId: string }
  | { readonly kind: 'double'; readonly seatId: string; readonly bookingId: string; readonly other: string };

/**
 * Checks one show without locking anything. Reads what was ever sold, then the seats, and looks again at whatever does
 * not fit: what is still wrong then, with the booking unchanged before and after, is wrong.
 */
@Injectable()
export class ShowAudit {
  constructor(
    private readonly shows: ShowRepository,
    private readonly seats: SeatRepository,
    private readonly bookings: BookingRepository,
  ) {}

  async examine(showId: string, findings: Findings): Promise<void> {
    const show = await this.shows.findById(showId);
    const suspicions: Suspicion[] = [];
    const owners = await this.readSales(showId, findings, suspicions);
    const seats = await this.readSeats(showId, owners, { findings, suspicions });
    for (const [seatId, bookingId] of owners) suspicions.push({ kind: 'missing', seatId, bookingId });
    for (const suspicion of suspicions) await this.lookAgain(showId, suspicion, findings);
    await this.checkEnded(showId, findings);
    if (show !== undefined) await this.checkHouse(show, seats, findings);
  }

  /** @returns the booking of each seat that a confirmed booking names */
  private async readSales(showId: string, findings: Findings, suspicions: Suspicion[]): Promise<Map<string, string>> {
    const owners = new Map<string, string>();
    const sales = new Map<string, Booking[]>();
    for await (const booking of this.bookings.eachOfShow(showId, ['CONFIRMED', 'CANCELLED'])) {
      const { id: bookingId, status, seats } = booking;
      if (status === 'CONFIRMED') {
        findings.confirmedBookings++;
        findings.check('missing-seat');
        for (const seatId of seats) owners.set(seatId, bookingId);
      }
      for (const seatId of seats) {
        findings.check('double-owner');
        const earlier = sales.get(seatId) ?? [];
        const rival = earlier.find((other) => soldAtOnce(booking, other));
        if (rival !== undefined) suspicions.push({ kind: 'double', seatId, bookingId, other: rival.id });
        earlier.push(booking);
        sales.set(seatId, earlier);
      }
    }
    return owners;
  }

  /** Strikes the seats that stand as their booking says from `owners`. @returns how many seats there are */
  private async readSeats(
    showId: string,
    owners: Map<string, string>,
    { findings, suspicions }: { findings: Findings; suspicions: Suspicion[] },
  ): Promise<number> {
    let seats = 0;
    for await (const seat of this.seats.eachOwner(showId)) {
      seats++;
      findings.check('seat-state');
      if (!isSound(seat)) findings.report({ rule: 'seat-state', showId, seatId: seat.seatId, detail: oddState(seat) });
      const { seatId, bookingId } = seat;
      if (bookingId === undefined) continue;
      findings.check('seat-owner');
      if (owners.get(seatId) === bookingId) owners.delete(seatId);
      else suspicions.push({ kind: 'owner', seatId, bookingId });
    }
    findings.seats += seats;
    return seats;
  }

  private async lookAgain(showId: string, suspicion: Suspicion, findings: Findings): Promise<void> {
    if (suspicion.kind === 'owner') return this.judgeOwner(showId, suspicion, findings);
    if (suspicion.kind === 'double') return this.judgeSales(showId, suspicion, findings);
    const { seatId, bookingId } = suspicion;
    if (!(await this.isConfirmed(bookingId))) return;
    const [seat] = await this.seats.findOwners(showId, [seatId]);
    if (seat?.bookingId === bookingId || !(await this.isConfirmed(bookingId))) return;
    const detail = `The booking is confirmed, but the seat ${seat === undefined ? 'does not exist' : 'is not its own'}.`;
    findings.report({ rule: 'missing-seat', showId, seatId, bookingId, detail });
  }

  /** A booking may have been cancelled, and its seat sold again, while the bookings were read. */
  private async judgeSales(
    showId: string,
    { seatId, bookingId, other }: { readonly seatId: string; readonly bookingId: string; readonly other: string },
    findings: Findings,
  ): Promise<void> {
    const [one, rival] = (await this.bookings.findClaims([bookingId, other], GRACE_MS)).map(({ booking }) => booking);
    if (one === undefined || rival === undefined || !soldAtOnce(one, rival)) return;
    const detail = `The seat was sold to two bookings at once, also to ${other}.`;
    findings.report({ rule: 'double-owner', showId, seatId, bookingId, detail });
  }

  /** A booking under way, or one whose seats are just being released, is no violation. */
  private async judgeOwner(
    showId: string,
    { seatId, bookingId }: { readonly seatId: string; readonly bookingId: string },
    findings: Findings,
  ): Promise<void> {
    const [claim] = await this.bookings.findClaims([bookingId], GRACE_MS);
    const [seat] = await this.seats.findOwners(showId, [seatId]);
    if (seat?.bookingId !== bookingId) return;
    if (claim === undefined || claim.isOverdue || !claim.booking.seats.includes(seatId)) {
      const status = claim === undefined ? 'does not exist' : `is ${claim.booking.status}`;
      const detail = `The seat is booked by a booking that ${status} or does not name it.`;
      return findings.report({ rule: 'seat-owner', showId, seatId, bookingId, detail });
    }
    if (claim.booking.status !== 'CONFIRMED') findings.seatsInFlight++;
  }

  private async isConfirmed(bookingId: string): Promise<boolean> {
    const [claim] = await this.bookings.findClaims([bookingId], GRACE_MS);
    return claim?.booking.status === 'CONFIRMED';
  }

  private async checkEnded(showId: string, findings: Findings): Promise<void> {
    for await (const { id: bookingId, status, confirmedAt } of this.bookings.eachOfShow(showId, [
      'FAILED',
      'EXPIRED',
    ])) {
      findings.check('confirmed-stays');
      if (confirmedAt === undefined) continue;
      const detail = `The booking was confirmed and is ${status} now.`;
      findings.report({ rule: 'confirmed-stays', showId, bookingId, detail });
    }
  }

  /**
   * While a show is being created, or removed, the number of its seats changes.
   * @param show as it was before its seats were read: one that was finished meanwhile had fewer when they were
   */
  private async checkHouse(show: Show, seats: number, findings: Findings): Promise<void> {
    if (show.status === 'CREATING') return;
    findings.check('house-complete');
    const expected = show.status === 'DISCARDED' ? 0 : show.totalSeats;
    if (seats === expected || (show.status === 'DISCARDED' && (await this.isBeingRemoved(show.id)))) return;
    const detail = `The show has ${seats} seats instead of ${expected}.`;
    findings.report({ rule: 'house-complete', showId: show.id, detail });
  }

  /** Whether the sweep will look at the show once more, or has just removed its last seat. */
  private async isBeingRemoved(showId: string): Promise<boolean> {
    if (await this.shows.isWatched(showId)) return true;
    for await (const _ of this.seats.eachOwner(showId)) return false;
    return true;
  }
}

function isSound({ status, bookingId }: SeatOwner): boolean {
  return (status === 'BOOKED') === (bookingId !== undefined);
}

function oddState({ status, bookingId }: SeatOwner): string {
  return bookingId === undefined ? `The seat is ${status} by nobody.` : `The seat is ${status} but carries a booking.`;
}
