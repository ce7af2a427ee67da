import { Injectable } from '@nestjs/common';
import { BookingAsOf, BookingRepository } from '@modex/api-bookings';
import { SeatOwner, SeatRepository } from '@modex/api-seats';
import { PlanSwitchRepository, ShowRepository } from '@modex/api-shows';
import { askedSeats, Booking, BookingStatus, isOpenSwitch, PlanSwitch, Show, soldAtOnce } from '@modex/domain';
import { Findings } from './findings';
import { Throttle } from './throttle';
import { bookingsOf, judge, SecondLook, Discrepancy } from './discrepancy';

const SOLD: readonly BookingStatus[] = ['CONFIRMED', 'CANCELLED'];
const UNSOLD: readonly BookingStatus[] = ['FAILED', 'RELEASED', 'EXPIRED'];

/** Discrepancies that are looked at again with one command each for their bookings and their seats. */
const SECOND_LOOK = 500;

/** What is found in one show, and at which throttle. */
interface Round {
  readonly findings: Findings;
  readonly throttle: Throttle;
  readonly discrepancies: Discrepancy[];
}

/**
 * Checks one show without locking anything. Reads its bookings, then its seats, and looks again at whatever does not fit:
 * if it is still wrong then, and its booking was the same before and after that look, it is a violation.
 */
@Injectable()
export class ShowAudit {
  constructor(
    private readonly shows: ShowRepository,
    private readonly seats: SeatRepository,
    private readonly bookings: BookingRepository,
    private readonly switches: PlanSwitchRepository,
  ) {}

  async examine(showId: string, findings: Findings, throttle: Throttle): Promise<void> {
    const show = await this.shows.findById(showId);
    const before = await this.switches.find(showId);
    const round: Round = { findings, throttle, discrepancies: [] };
    const owners = await this.readSales(showId, round);
    const seats = await this.readSeats(showId, owners, round);
    for (const [seatId, bookingId] of owners) round.discrepancies.push({ kind: 'missing', seatId, bookingId });
    await this.lookAgain(showId, round);
    await this.checkEnded(showId, round);
    if (show !== undefined) await this.checkHouse({ show, switched: before }, seats, findings);
  }

  /** @returns the booking of each seat that a confirmed booking names */
  private async readSales(showId: string, { findings, throttle, discrepancies }: Round): Promise<Map<string, string>> {
    const owners = new Map<string, string>();
    const sales = new Map<string, Booking[]>();
    for await (const booking of throttle.along(this.bookings.eachOfShow(showId, SOLD))) {
      const { id: bookingId, status, seats } = booking;
      if (status === 'CONFIRMED') {
        findings.confirmedBookings++;
        findings.check('missing-seat');
        for (const seatId of seats) owners.set(seatId, bookingId);
      }
      for (const seatId of askedSeats(booking)) {
        findings.check('double-owner');
        const earlier = sales.get(seatId) ?? [];
        const rival = earlier.find((other) => soldAtOnce(seatId, booking, other));
        if (rival !== undefined) discrepancies.push({ kind: 'double', seatId, bookingId, other: rival.id });
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
    { findings, throttle, discrepancies }: Round,
  ): Promise<number> {
    let seats = 0;
    for await (const seat of throttle.along(this.seats.eachOwner(showId))) {
      seats++;
      findings.check('seat-state');
      findings.check('seat-block');
      if (!isSound(seat)) findings.report({ rule: 'seat-state', showId, seatId: seat.seatId, detail: oddState(seat) });
      if ((seat.status === 'BLOCKED') !== (seat.blockId !== undefined)) {
        findings.report({ rule: 'seat-block', showId, seatId: seat.seatId, detail: oddBlock(seat) });
      }
      const { seatId, bookingId } = seat;
      if (bookingId === undefined) continue;
      findings.check('seat-owner');
      const isItsOwn = owners.get(seatId) === bookingId;
      if (isItsOwn) owners.delete(seatId);
      // What a hold left HELD when it confirmed becomes BOOKED a moment later.
      if (!isItsOwn || seat.status !== 'BOOKED') discrepancies.push({ kind: 'owner', seatId, bookingId });
    }
    findings.seats += seats;
    return seats;
  }

  /** Looks again at 500 at a time, with three commands each, so that a show in which everything is wrong is finished too. */
  private async lookAgain(showId: string, { findings, throttle, discrepancies }: Round): Promise<void> {
    for (let from = 0; from < discrepancies.length; from += SECOND_LOOK) {
      const some = discrepancies.slice(from, from + SECOND_LOOK);
      const look = await this.secondLook(showId, some);
      for (const discrepancy of some) {
        const assessment = judge(discrepancy, look);
        if (assessment === 'in-flight') findings.seatsInFlight++;
        else if (assessment !== 'sound') findings.report({ ...assessment, showId });
      }
      await throttle.step();
    }
  }

  private async secondLook(showId: string, discrepancies: readonly Discrepancy[]): Promise<SecondLook> {
    const bookingIds = bookingsOf(discrepancies);
    const before = await this.bookingsAsOf(bookingIds);
    const seats = await this.seats.findOwners(
      showId,
      discrepancies.map(({ seatId }) => seatId),
    );
    const after = await this.bookingsAsOf(bookingIds);
    return { before, seats: new Map(seats.map((seat) => [seat.seatId, seat])), after };
  }

  private async bookingsAsOf(bookingIds: readonly string[]): Promise<ReadonlyMap<string, BookingAsOf>> {
    const found = await this.bookings.findAsOf(bookingIds);
    return new Map(found.map((each) => [each.booking.id, each]));
  }

  private async checkEnded(showId: string, { findings, throttle }: Round): Promise<void> {
    for await (const booking of throttle.along(this.bookings.eachOfShow(showId, UNSOLD))) {
      findings.check('confirmed-stays');
      const { id: bookingId, status, confirmedAt } = booking;
      if (confirmedAt === undefined) continue;
      const detail = `The booking was confirmed and is ${status} now.`;
      findings.report({ rule: 'confirmed-stays', showId, bookingId, detail });
    }
  }

  /**
   * While a show is being created, removed, or taken to another version of its plan, the number of its seats changes.
   * @param house as it was before its seats were read: a show that was finished meanwhile had fewer when they were
   */
  private async checkHouse({ show, switched }: House, seats: number, findings: Findings): Promise<void> {
    if (show.status === 'CREATING') return;
    findings.check('house-complete');
    const expected = show.status === 'DISCARDED' ? 0 : show.totalSeats;
    if (seats === expected || (show.status === 'DISCARDED' && (await this.isBeingRemoved(show.id)))) return;
    if (await this.isSwitching(show.id, switched)) return;
    const detail = `The show has ${seats} seats instead of ${expected}.`;
    findings.report({ rule: 'house-complete', showId: show.id, detail });
  }

  /** Whether a switch of its plan was under way while the seats were read. */
  private async isSwitching(showId: string, before: PlanSwitch | undefined): Promise<boolean> {
    const now = await this.switches.find(showId);
    return now !== undefined && (isOpenSwitch(now) || now.id !== before?.id || now.state !== before.state);
  }

  /** Whether the sweep will look at the show once more, or has just removed its last seat. */
  private async isBeingRemoved(showId: string): Promise<boolean> {
    if (await this.shows.isWatched(showId)) return true;
    for await (const _ of this.seats.eachOwner(showId)) return false;
    return true;
  }
}

/** A show, and the last switch of its plan. */
interface House {
  readonly show: Show;
  readonly switched: PlanSwitch | undefined;
}

function isSound({ status, bookingId }: SeatOwner): boolean {
  return (status === 'HELD' || status === 'BOOKED') === (bookingId !== undefined);
}

function oddState({ status, bookingId }: SeatOwner): string {
  return bookingId === undefined ? `The seat is ${status} by nobody.` : `The seat is ${status} but carries a booking.`;
}

function oddBlock({ status, blockId }: SeatOwner): string {
  return blockId === undefined ? 'The seat is BLOCKED by nobody.' : `The seat is ${status} but carries a block.`;
}
