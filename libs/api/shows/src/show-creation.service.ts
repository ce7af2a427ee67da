import { Injectable, Logger } from '@nestjs/common';
import { SeatRepository } from '@modex/api-seats';
import { checkPrices, DomainError, layoutOf, LayoutRequest, SeatedShow, Show } from '@modex/domain';
import { digestOf, replay } from './creation-replay';
import { checkSaleTimes, inFuture, isOver } from './show-times';
import { ChosenPlan, PlanChoice, ShowPlans } from './show-plans';
import { NewShow, ShowRepository } from './show.repository';
import { ShowService } from './show.service';

/** Seats made in one command: small enough that no single write holds others up. */
const BATCH = 2_000;
/** How long a creator may be silent before the sweep gives its show up, in milliseconds. */
const LEASE_MS = 30_000;

/** A new show: its seats by a plan, by their number, or by rows and seats per row. */
export interface CreateShowCommand
  extends Omit<NewShow, 'layout' | 'drawn' | 'request'>, LayoutRequest, Partial<PlanChoice> {
  /** On sale at once, or a draft first. */
  readonly status: 'DRAFT' | 'ON_SALE';
}

/** Who creates a show, and with which key: a key makes one show, however often it is sent. */
export interface CreationKey {
  readonly userId: string;
  readonly idempotencyKey: string;
}

/** A show that was asked for; `replayed` when an earlier request with the same key made it. */
export interface CreationOutcome {
  readonly show: SeatedShow;
  readonly replayed: boolean;
}

/**
 * Creates a show and its seats, all or nothing: the show is seen only after its last seat was made.
 * A crash leaves a show that nobody sees, which the sweep removes. Drafts are deleted in the same way.
 */
@Injectable()
export class ShowCreationService {
  private readonly logger = new Logger(ShowCreationService.name);

  constructor(
    private readonly shows: ShowRepository,
    private readonly seats: SeatRepository,
    private readonly moves: ShowService,
    private readonly plans: ShowPlans,
  ) {}

  /**
   * @throws DomainError `validation-failed` for a start in the past, a sale that does not fit before it, a plan that is too
   * large or not published, or prices that do not fit it; `unknown-plan`; `storage-unavailable`
   * when the creation was given up, and nothing of it is left. For a key that was used before: `idempotency-key-reused`,
   * `in-progress`, `unknown-show`
   */
  async create(command: CreateShowCommand, key?: CreationKey): Promise<CreationOutcome> {
    const { status, totalSeats, rows, seatsPerRow, planId, planVersion, ...fields } = command;
    checkSaleTimes({ saleOpensAt: null, saleClosesAt: null, ...fields });
    const size = { totalSeats, rows, seatsPerRow };
    const { plan, ...chosen } = await this.choosePlan(size, planId === undefined ? undefined : { planId, planVersion });
    checkPrices(fields.prices ?? null, plan);
    const request = key && { ...key, digest: digestOf(command) };
    const asked: NewShow = { ...fields, ...chosen, request };
    // A show that was created in time is answered at any later time too.
    const earlier = isOver(asked) ? await this.findEarlier(asked) : undefined;
    if (earlier !== undefined) return earlier;
    const opened = await this.shows.open(inFuture(asked), LEASE_MS);
    if (opened.kind === 'known') return { show: await this.plans.seated(replay(opened, asked)), replayed: true };
    return { show: { ...(await this.complete({ ...opened.show, plan }, status)), plan }, replayed: false };
  }

  private async choosePlan(size: LayoutRequest, drawn: PlanChoice | undefined): Promise<ChosenPlan> {
    if (drawn === undefined) return this.plans.plain(layoutOf(size));
    if (Object.values(size).some((number) => number !== undefined)) {
      const message = 'Give either planId, or the size of a plain plan.';
      throw new DomainError('validation-failed', message, { fields: [{ field: 'planId', message }] });
    }
    return this.plans.choose(drawn);
  }

  /** Deletes a draft with its seats. @throws DomainError `unknown-show`; `show-move-refused` for what is no draft */
  async deleteDraft(showId: string): Promise<void> {
    await this.moves.move(showId, 'DISCARDED');
    await this.clear(showId);
  }

  /**
   * What an earlier request with the key of this one made.
   * @throws DomainError `idempotency-key-reused`, `in-progress`, `unknown-show`
   */
  private async findEarlier(show: NewShow): Promise<CreationOutcome | undefined> {
    const known = show.request && (await this.shows.findByRequest(show.request));
    return known && { show: await this.plans.seated(replay(known, show)), replayed: true };
  }

  private async complete(creating: SeatedShow, status: 'DRAFT' | 'ON_SALE'): Promise<Show> {
    try {
      await this.makeSeats(creating);
      const created = await this.shows.complete(creating.id, status);
      this.moves.changed(creating.id);
      if (created === undefined) throw givenUp();
      return created;
    } catch (cause) {
      const finished = await this.giveUp(creating.id);
      if (finished !== undefined) return finished;
      throw cause;
    }
  }

  /** Removes the seats of a deleted draft; if the database cannot be reached, the sweep does it. */
  private async clear(showId: string): Promise<void> {
    try {
      await this.seats.removeAllOf(showId);
    } catch (error) {
      this.logger.warn(`seats of ${showId} left to the sweep: ${String(error)}`);
    }
  }

  private async makeSeats(show: SeatedShow): Promise<void> {
    for (let from = 0; from < show.totalSeats; from += BATCH) {
      if (from > 0 && !(await this.shows.extendCreation(show.id, LEASE_MS))) throw givenUp();
      const to = Math.min(from + BATCH, show.totalSeats);
      if (!(await this.seats.create(show, from, to))) throw givenUp();
    }
  }

  /**
   * Discards the show, and removes its seats only if this call discarded it; if the database cannot be reached, the sweep
   * does it. Never hides the cause. @returns the show if it is complete after all: the answer to its completion was lost
   */
  private async giveUp(showId: string): Promise<Show | undefined> {
    try {
      if (await this.shows.discard(showId)) {
        await this.seats.removeAllOf(showId);
        return undefined;
      }
      const show = await this.shows.findById(showId);
      return show?.status === 'DISCARDED' ? undefined : show;
    } catch (error) {
      this.logger.warn(`show ${showId} left to the sweep: ${String(error)}`);
      return undefined;
    }
  }
}

function givenUp(): DomainError {
  return new DomainError('storage-unavailable', 'Creating the show took too long and was given up; try again.', {
    retryAfter: 2,
  });
}
