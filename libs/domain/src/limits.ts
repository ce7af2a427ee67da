/** Limits of what a request may ask; lengths in characters. */
export const LIMITS = {
  seatsPerShow: 100_000,
  rows: 2_000,
  seatsPerRow: 1_000,
  title: 200,
  venue: 200,
  description: 2_000,
  personName: 100,
  email: 254,
  passwordMin: 10,
  passwordMax: 128,
  idempotencyKey: 255,
  search: 100,
  page: 100,
} as const;
