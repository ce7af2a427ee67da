/**
 * A question before something that cannot be taken back. `consequences`: what happens, one sentence each.
 * `understood`: words of a checkbox that must be checked first; left out, the button is free at once.
 */
export interface Confirmation {
  readonly headline: string;
  readonly consequences: readonly string[];
  readonly confirm: string;
  readonly keep: string;
  readonly understood?: string;
}
