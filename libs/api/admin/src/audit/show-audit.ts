import { Injectable } from '@nestjs/common';
import { BookingRepository } from '@modex/api-bookings';
import { SeatOwner, SeatRepository } from '@modex/api-seats';
import { ShowRepository } from '@modex/api-shows';
import { Show } from '@modex/domain';
import { Findings } from './findings';

/** After this long past its lease or its end, a booking that did not confirm may not have a seat, in milliseconds. */
const GRACE_MS = 5_000;

/** Something that looks wrong at first sight: the two sides were read one after the other while people book. */
type Suspicion =
  | { readonly kind: 'owner'; readonly seatId: string; readonly bookingId: string }
  | { readonly kind: 'missing'; readonly seatId: string; readonly bookingId: string }
  | { readonly kind: 'double'; readonly seatId: string; readonly bookingId: string; readonly other: string };

/**
 * Checks one show without locking anything. Reads its confirmed bookings, then its seats, and looks again at whatever
 * does not fit: what is still wrong then, with the booking unchanged before and after, is wrong.
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
    const owners = await this.readConfirmed(showId, findings, suspicions);
    const seats = await this.readSeats(showId, owners, { findings, suspicions });
    for (const [seatId, bookingId] of owners) suspicions.push({ kind: 'missing', seatId, bookingId });
    for (const suspicion of suspicions) await this.lookAgain(showId, suspicion, findings);
    await this.checkEnded(showId, findings);
    if (show !== undefined) await this.checkHouse(show, seats, findings);
  }

  /** @returns the booking of each seat that a confirmed booking names */
  private async readConfirmed(
    showId: string,
    findings: Findings,
    suspicions: Suspicion[],
  ): Promise<Map<string, string>> {
    const owners = new Map<string, string>();
    for await (const { id: bookingId, seats } of this.bookings.eachOfShow(showId, ['CONFIRMED'])) {
      findings.confirmedBookings++;
      findings.check('missing-seat');
      for (const seatId of seats) {
        findings.check('double-owner');
        const other = owners.get(seatId);
        if (other !== undefined) suspicions.push({ kind: 'double', seatId, bookingId, other });
        owners.set(seatId, bookingId);
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
    const { kind, seatId, bookingId } = suspicion;
    if (kind === 'owner') return this.judgeOwner(showId, suspicion, findings);
    const ids = kind === 'double' ? [bookingId, suspicion.other] : [bookingId];
    if (!(await this.areConfirmed(ids))) return;
    if (kind === 'double') {
      const detail = `The seat stands in two confirmed bookings, also in ${suspicion.other}.`;
      return findings.report({ rule: 'double-owner', showId, seatId, bookingId, detail });
    }
    const [seat] = await this.seats.findOwners(showId, [seatId]);
    if (seat?.bookingId === bookingId || !(await this.areConfirmed(ids))) return;
    const detail = `The booking is confirmed, but the seat ${seat === undefined ? 'does not exist' : 'is not its own'}.`;
    findings.report({ rule: 'missing-seat', showId, seatId, bookingId, detail });
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

  private async areConfirmed(bookingIds: readonly string[]): Promise<boolean> {
    const claims = await this.bookings.findClaims(bookingIds, GRACE_MS);
    return claims.length === bookingIds.length && claims.every(({ booking }) => booking.status === 'CONFIRMED');
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
    if (seats === expected || (await this.isBeingRemoved(show))) return;
    const detail = `The show has ${seats} seats instead of ${expected}.`;
    findings.report({ rule: 'house-complete', showId: show.id, detail });
  }

  private async isBeingRemoved(show: Show): Promise<boolean> {
    return show.status === 'DISCARDED' && (await this.shows.findDue(1_000)).some(({ id }) => id === show.id);
  }
}

function isSound({ status, bookingId }: SeatOwner): boolean {
  return (status === 'BOOKED') === (bookingId !== undefined);
}

function oddState({ status, bookingId }: SeatOwner): string {
  return bookingId === undefined ? `The seat is ${status} by nobody.` : `The seat is ${status} but carries a booking.`;
}
