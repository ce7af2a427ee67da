/**
 * A question before something that cannot be taken back. `consequences`: what happens, one sentence each.
 * `understood`: words of a checkbox that must be checked first; left out, the button is free at once. `why`: label of a
 * field for the reason, of `longest` characters at most; left out, none is asked for.
 */
export interface Confirmation {
  readonly headline: string;
  readonly consequences: readonly string[];
  readonly confirm: string;
  readonly keep: string;
  readonly understood?: string;
  readonly why?: string;
  readonly longest?: number;
}

/** The result of the button that does it; `why` is the reason, which may be empty. Any other result changes nothing. */
export interface Confirmed {
  readonly why: string;
}
