import { inject, Injectable } from '@angular/core';
import {
  Api,
  BookingStatus,
  changeHold,
  extendHold,
  getHold,
  getOpenHold,
  HoldResponse,
  holdSeats,
  releaseHold,
} from '@modex/web-api-client';
import { PaymentKind } from '@modex/domain';
import { serverClock } from '@modex/web-ui';

/** A hold as the page knows it. Times are the server's, in milliseconds since 1970. */
export interface Hold {
  readonly holdId: string;
  readonly seatIds: readonly string[];
  readonly endsAt: number;
  /** When it ends at the latest, with all extensions. */
  readonly endsAtLatest: number;
  /** How a booking of the seats would be paid; null where the show is free of charge. */
  readonly paymentKind: PaymentKind | null;
}

/** How many of the best seats somebody wants, and where; what is absent does not matter. */
export interface BestWish {
  readonly quantity: number;
  /** Key of a section of the plan. */
  readonly section?: string;
  /** Key of a category of the plan. */
  readonly category?: string;
}

/** The calls about the hold of a show. All throw what `readProblem` reads. */
@Injectable({ providedIn: 'root' })
export class HoldCalls {
  private readonly api = inject(Api);

  /** The hold of whoever is signed in; undefined without one. */
  async find(showId: string): Promise<Hold | undefined> {
    const { hold } = await this.api.invoke(getOpenHold, { showId });
    return hold === null ? undefined : toHold(hold);
  }

  /** What became of a hold that may have ended. */
  async statusOf(showId: string, { holdId }: Hold): Promise<BookingStatus> {
    return (await this.api.invoke(getHold, { showId, holdId })).status;
  }

  async make(showId: string, seatIds: readonly string[]): Promise<Hold> {
    return toHold(await this.api.invoke(holdSeats, { showId, body: { seatIds: [...seatIds] } }));
  }

  /** So many of the best free seats. */
  async makeBest(showId: string, wish: BestWish): Promise<Hold> {
    return toHold(await this.api.invoke(holdSeats, { showId, body: { ...wish } }));
  }

  /** The hold gets exactly these seats; at least one. */
  async change(showId: string, { holdId }: Hold, seatIds: readonly string[]): Promise<Hold> {
    return toHold(await this.api.invoke(changeHold, { showId, holdId, body: { seatIds: [...seatIds] } }));
  }

  /** The hold gets so many of the best seats; those that it has count as free. */
  async changeToBest(showId: string, { holdId }: Hold, wish: BestWish): Promise<Hold> {
    return toHold(await this.api.invoke(changeHold, { showId, holdId, body: { ...wish } }));
  }

  async extend(showId: string, { holdId }: Hold): Promise<Hold> {
    return toHold(await this.api.invoke(extendHold, { showId, holdId }));
  }

  async release(showId: string, { holdId }: Hold): Promise<void> {
    await this.api.invoke(releaseHold, { showId, holdId });
  }
}

/** Counted from the answer, not by the date in it: it is right even if no clock is. */
function toHold({ holdId, seats, secondsLeft, secondsAtMost, paymentKind }: HoldResponse): Hold {
  const now = serverClock.now();
  return {
    ...{ holdId, paymentKind },
    seatIds: seats.map(({ id }) => id),
    endsAt: now + secondsLeft * 1000,
    endsAtLatest: now + secondsAtMost * 1000,
  };
}
