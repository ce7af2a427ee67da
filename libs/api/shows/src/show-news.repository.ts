import { Show } from '@modex/domain';

/** A show that was edited, as it was seen. */
export interface EditedShow extends Pick<Show, 'version'> {
  readonly showId: string;
}

/**
 * Shows whose changes somebody who has booked may not know yet. An edit makes its show due, a while later: an organiser who
 * corrects a mistake right away tells the customers once.
 */
export abstract class ShowNewsRepository {
  /** Shows that are due, the longest due first. */
  abstract findDue(limit: number): Promise<readonly EditedShow[]>;
  /** The customers were told of all edits up to this version; a show that was edited since then stays due. */
  abstract told(show: EditedShow): Promise<void>;
}
