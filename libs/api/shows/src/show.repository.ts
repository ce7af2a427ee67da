import { PageRequest } from '@modex/api-core';
import { FieldChange, Layout, Show, ShowChange, ShowEdit, ShowPrices, ShowStatus } from '@modex/domain';

/** An organiser's request for a new show. */
export interface NewShow {
  readonly title: string;
  readonly startTime: Date;
  /** From when customers may book; absent or null: as soon as it is on sale. */
  readonly saleOpensAt?: Date | null;
  /** From when they may not any more; absent or null: they may until it starts. */
  readonly saleClosesAt?: Date | null;
  /** The zone of the venue; the server's default zone if none is given. */
  readonly timeZone?: string;
  readonly durationMinutes?: number;
  readonly venue: string | null;
  readonly description: string | null;
  /** Absent or null: none. */
  readonly houseRules?: string | null;
  readonly gettingThere?: string | null;
  readonly layout: Layout;
  /** The version of a drawn plan that it is put on in; absent: a plain plan of this layout. */
  readonly drawn?: PlanVersionRef | undefined;
  /** How many seats one customer may have; null: as many as there are. */
  readonly limitPerCustomer: number | null;
  /** Whether chosen seats may not leave a single free seat beside them; absent: they may. */
  readonly noLoneSeat?: boolean;
  /** Until how many hours before the start customers may give seats back; absent: until it starts, null: never. */
  readonly giveBackHours?: number | null;
  /** What its seats cost; absent or null: nothing. */
  readonly prices?: ShowPrices | null;
  /** Who asks, when the request has a key: one key makes one show. */
  readonly request?: CreationRequest;
}

/** A published version of a plan. */
export interface PlanVersionRef {
  readonly planId: string;
  readonly version: number;
}

/** A request to create a show that may be sent again. */
export interface CreationRequest {
  readonly userId: string;
  /** Unique among the shows of this admin. */
  readonly idempotencyKey: string;
  /** Digest of the whole request: a repeated request must have the same. */
  readonly digest: string;
}

/** The show of a key that an earlier request of this admin has, with that request's digest. */
export interface KnownShow {
  readonly kind: 'known';
  readonly show: Show;
  readonly digest: string;
}

/** `opened`: this call stored the show. */
export type OpenedShow = { readonly kind: 'opened'; readonly show: Show } | KnownShow;

/** An edit by somebody who saw this version, with what it changes. */
export interface StoredEdit {
  readonly version: number;
  readonly fields: ShowEdit;
  /** The new search key. */
  readonly words: Pick<Show, 'title' | 'venue'>;
  readonly changes: readonly FieldChange[];
  /** The admin. */
  readonly by: string;
}

/** Where an organiser takes a show; DISCARDED is a draft that is deleted. */
export type ShowMove = 'ON_SALE' | 'CANCELLED' | 'DISCARDED';

/** A public search for shows; times are inclusive. */
export interface ShowSearch {
  /** Words of the title and the venue, in any order, without regard to case, accents and apostrophes. */
  readonly text?: string;
  readonly from?: Date;
  readonly to?: Date;
}

/**
 * The shows. Every move is one compare-and-set; "now" is the database's clock.
 * A show that is being created has a lease, which its creator extends while it makes the seats.
 */
export abstract class ShowRepository {
  /** Stores the show as CREATING, with its lease, unless the key of the request is known. */
  abstract open(show: NewShow, leaseMs: number): Promise<OpenedShow>;
  /** What an earlier request with this key began. */
  abstract findByRequest(request: CreationRequest): Promise<KnownShow | undefined>;
  /** @returns false when the lease is over: the show was given up and its seats are being removed */
  abstract extendCreation(showId: string, leaseMs: number): Promise<boolean>;
  /** Puts a fully seated show on sale or among the drafts. @returns undefined when the lease was over */
  abstract complete(showId: string, status: 'DRAFT' | 'ON_SALE'): Promise<Show | undefined>;
  /** Gives up a creation and frees its key. @returns whether it was still CREATING */
  abstract discard(showId: string): Promise<boolean>;
  /** Gives up a creation whose lease is over, and frees its key. @returns whether this call did it */
  abstract discardExpired(showId: string): Promise<boolean>;
  /**
   * Moves a show on; one that is cancelled or deleted is also due for its sweep.
   * @param reason why it is cancelled
   * @returns undefined when its status does not allow it, or when a draft that has started would go on sale
   */
  abstract move(showId: string, to: ShowMove, reason?: string): Promise<Show | undefined>;
  /**
   * Writes an edit and remembers its changes, if the show is a draft or on sale and has not started.
   * @returns undefined when it is neither, or was edited since the version that the editor saw
   */
  abstract edit(showId: string, edit: StoredEdit): Promise<Show | undefined>;

  /** A show of any status, also one that is being created. */
  abstract findById(showId: string): Promise<Show | undefined>;
  abstract findByIds(showIds: readonly string[]): Promise<readonly Show[]>;
  /** What was changed of these shows, oldest first; shows that never were are left out. */
  abstract findChanges(showIds: readonly string[]): Promise<ReadonlyMap<string, readonly ShowChange[]>>;
  /** Shows on sale that have not started, soonest first, one more than asked for. */
  abstract findToCome(search: ShowSearch, page: PageRequest): Promise<readonly Show[]>;
  /** All finished shows, latest created first, one more than asked for. */
  abstract findAll(page: PageRequest): Promise<readonly Show[]>;
  /** Ids of all shows of any status, oldest first. */
  abstract findAllIds(): Promise<readonly string[]>;

  /** Shows of these statuses that a sweep must look at: creations past their lease, discarded and cancelled ones. */
  abstract findDue(statuses: readonly ShowStatus[], limit: number): Promise<readonly Show[]>;
  /** Whether a sweep will look at the show once more. */
  abstract isWatched(showId: string): Promise<boolean>;
  /** Lets the sweep look again after `pauseMs`, and no more once `watchMs` have passed since the show became due. */
  abstract swept(showId: string, status: ShowStatus, pause: SweepPause): Promise<void>;
}

/** How long and how often a sweep looks at a show that has ended, in milliseconds. */
export interface SweepPause {
  readonly pauseMs: number;
  readonly watchMs: number;
}
