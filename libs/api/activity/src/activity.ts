import { Action } from '@modex/domain';

/** What something was like: a few words by name, such as its status and its seats. */
export type Snapshot = Readonly<Record<string, string | readonly string[]>>;

/** Something that staff did. */
export interface NewActivity {
  /** What makes it known when it is told twice. */
  readonly event: string;
  readonly at: Date;
  /** The user who did. */
  readonly by: string;
  readonly action: Action;
  /** What it was done to. */
  readonly of: { readonly kind: 'booking'; readonly id: string };
  /** What that was before; null where there was nothing. */
  readonly before: Snapshot | null;
  readonly after: Snapshot;
  /** Why, in the words of whoever did. */
  readonly reason?: string | undefined;
}

/** An entry of the log. */
export interface Activity extends NewActivity {
  readonly id: string;
}
