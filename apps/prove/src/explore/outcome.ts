/** How a process ended, as its caller sees it. */
export type Outcome =
  | { readonly kind: 'booked'; readonly bookingId: string; readonly replayed: boolean }
  | { readonly kind: 'refused'; readonly code: string; readonly replayed: boolean }
  /** A hold has its seats: it was made, or changed to exactly these. */
  | { readonly kind: 'held'; readonly bookingId: string; readonly seats: readonly string[] }
  | { readonly kind: 'extended' | 'released'; readonly bookingId: string }
  | { readonly kind: 'created'; readonly showId: string }
  /** The show is in this version of its plan. */
  | { readonly kind: 'switched'; readonly showId: string; readonly to: number }
  /** Seats of a booking were given back: those named, or all that it has. */
  | { readonly kind: 'given-back'; readonly bookingId: string; readonly seatIds: readonly string[] | undefined }
  /** Seats that staff blocked. */
  | { readonly kind: 'blocked'; readonly seatIds: readonly string[] }
  /** Somebody was let in. */
  | { readonly kind: 'entered'; readonly bookingId: string }
  /** A ticket was issued anew: this is the valid one. */
  | { readonly kind: 'reissued'; readonly bookingId: string; readonly seatId: string; readonly issue: number }
  | { readonly kind: 'done' }
  /** The database did not answer: 503, and the outcome is found by the same key. */
  | { readonly kind: 'unknown' }
  /** An unexpected error: 500. */
  | { readonly kind: 'broken'; readonly message: string };

/** The outcome of a run: its result, or the refusal that it throws. */
export async function outcomeOf(run: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    return refusalOf(error);
  }
}

/** Recognised by name, since a planted bug has its own copies of the classes. */
function refusalOf(error: unknown): Outcome {
  if (!(error instanceof Error)) return { kind: 'broken', message: String(error) };
  if (error.name === 'AnswerLost') return { kind: 'unknown' };
  if (!('code' in error && typeof error.code === 'string')) return { kind: 'broken', message: error.message };
  return { kind: 'refused', code: error.code, replayed: error.constructor.name === 'ReplayedError' };
}
