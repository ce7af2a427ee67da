import { Injectable } from '@nestjs/common';
import { BookingClaim, BookingRepository } from '@modex/api-bookings';
import { SeatOwner, SeatRepository } from '@modex/api-seats';
import { ShowRepository } from '@modex/api-shows';
import { Booking, BookingStatus, Show, soldAtOnce } from '@modex/domain';
import { Findings } from './findings';
import { Pace } from './pace';
import { bookingsOf, judge, SecondLook, Suspicion } from './suspicion';

/** After this long past its lease or its end, a booking that did not confirm may not have a seat, in milliseconds. */
const GRACE_MS = 5_000;

const SOLD: readonly BookingStatus[] = ['CONFIRMED', 'CANCELLED'];
const UNSOLD: readonly BookingStatus[] = ['FAILED', 'EXPIRED'];

/** Suspicions that are looked at again with one command each for their bookings and their seats. */
const SECOND_LOOK = 500;

/** What is found in one show, and at which pace. */
interface Round {
  readonly findings: Findings;
  readonly pace: Pace;
  readonly suspicions: Suspicion[];
}

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

  async examine(showId: string, findings: Findings, pace: Pace): Promise<void> {
    const show = await this.shows.findById(showId);
    const round: Round = { findings, pace, suspicions: [] };
    const owners = await this.readSales(showId, round);
    const seats = await this.readSeats(showId, owners, round);
    for (const [seatId, bookingId] of owners) round.suspicions.push({ kind: 'missing', seatId, bookingId });
    await this.lookAgain(showId, round);
    await this.checkEnded(showId, round);
    if (show !== undefined) await this.checkHouse(show, seats, findings);
  }

  /** @returns the booking of each seat that a confirmed booking names */
  private async readSales(showId: string, { findings, pace, suspicions }: Round): Promise<Map<string, string>> {
    const owners = new Map<string, string>();
    const sales = new Map<string, Booking[]>();
    for await (const booking of pace.along(this.bookings.eachOfShow(showId, SOLD))) {
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
    { findings, pace, suspicions }: Round,
  ): Promise<number> {
    let seats = 0;
    for await (const seat of pace.along(this.seats.eachOwner(showId))) {
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

  /** A thousand times as many suspicions cost a thousand times three commands of five hundred ids, and end. */
  private async lookAgain(showId: string, { findings, pace, suspicions }: Round): Promise<void> {
    for (let from = 0; from < suspicions.length; from += SECOND_LOOK) {
      const some = suspicions.slice(from, from + SECOND_LOOK);
      const look = await this.secondLook(showId, some);
      for (const suspicion of some) {
        const verdict = judge(suspicion, look);
        if (verdict === 'in-flight') findings.seatsInFlight++;
        else if (verdict !== 'sound') findings.report({ ...verdict, showId });
      }
      await pace.step();
    }
  }

  private async secondLook(showId: string, suspicions: readonly Suspicion[]): Promise<SecondLook> {
    const bookingIds = bookingsOf(suspicions);
    const before = await this.claims(bookingIds);
    const seats = await this.seats.findOwners(
      showId,
      suspicions.map(({ seatId }) => seatId),
    );
    const after = await this.claims(bookingIds);
    return { before, seats: new Map(seats.map((seat) => [seat.seatId, seat])), after };
  }

  private async claims(bookingIds: readonly string[]): Promise<ReadonlyMap<string, BookingClaim>> {
    const claims = await this.bookings.findClaims(bookingIds, GRACE_MS);
    return new Map(claims.map((claim) => [claim.booking.id, claim]));
  }

  private async checkEnded(showId: string, { findings, pace }: Round): Promise<void> {
    for await (const booking of pace.along(this.bookings.eachOfShow(showId, UNSOLD))) {
      findings.check('confirmed-stays');
      const { id: bookingId, status, confirmedAt } = booking;
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
