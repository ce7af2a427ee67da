import { PageRequest } from '@modex/api-core';
import { Activity, NewActivity } from './activity';

/** What staff did to what, before and after. Entries are added, and never changed or removed. */
export abstract class ActivityLog {
  /** Adds an entry; one whose `event` is known already changes nothing. */
  abstract record(activity: NewActivity): Promise<void>;
  /** Latest first, one more than asked for; of one thing, where its id is given. */
  abstract list(page: PageRequest, ofId?: string): Promise<readonly Activity[]>;
}
