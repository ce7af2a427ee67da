/** Limits of what a request may ask; lengths in characters (code points). */
export const LIMITS = {
  seatsPerShow: 100_000,
  rows: 2_000,
  seatsPerRow: 1_000,
  title: 200,
  venue: 200,
  description: 2_000,
  /** Highest limit per customer that a show may set. */
  limitPerCustomer: 100,
  /** Why a show or a booking was cancelled. */
  reason: 500,
  personName: 100,
  email: 254,
  bookingCode: 50,
  passwordMin: 10,
  passwordMax: 128,
  idempotencyKey: 255,
  search: 100,
  durationMinutesMin: 5,
  durationMinutesMax: 1_440,
  page: 100,
} as const;
