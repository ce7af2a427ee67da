import { Action } from '@modex/domain';

/** What something was like: a few words by name, such as its status and its seats. */
export type Snapshot = Readonly<Record<string, string | readonly string[]>>;

/** What staff do that the log tells. */
export type ActivityAction = Action | 'plan.create' | 'plan.publish' | 'plan.archive' | 'plan.delete';

/** Something that staff did. */
export interface NewActivity {
  /** The name of its event: by it an entry that is added twice is recognised. */
  readonly event: string;
  readonly at: Date;
  /** The user who did. */
  readonly by: string;
  readonly action: ActivityAction;
  /** What it was done to. */
  readonly of: { readonly kind: 'booking' | 'plan' | 'show' | 'organiser'; readonly id: string };
  /** What that was before; null where there was nothing. */
  readonly before: Snapshot | null;
  readonly after: Snapshot;
  /** The reason, in the words of the person who did it. */
  readonly reason?: string | undefined;
}

/** An entry of the log. */
export interface Activity extends NewActivity {
  readonly id: string;
}
