/** Limits of what a request may ask; lengths in characters (code points). */
export const LIMITS = {
  seatsPerShow: 100_000,
  rows: 2_000,
  seatsPerRow: 1_000,
  /** Ticket types and fees of a show, each. */
  pricesOfAKind: 20,
  /** What a show with all that may be said of it, and each character escaped, may have: KB, and fields of all its objects. */
  showKb: 1_536,
  showFields: 2_400,
  /** What a plan may have. */
  planCategories: 50,
  planSections: 1_000,
  planRows: 20_000,
  planDecorations: 2_000,
  planPoints: 1_000,
  planName: 100,
  /** The key of a category or a section. */
  planKey: 100,
  /** The label of a row or a place, and the word before it. */
  label: 50,
  planText: 190,
  /** Whole files and drawings, in KB. */
  planFileKb: 10_240,
  planDrawingKb: 16_384,
  /** Changes of a drawing in one request. */
  planChanges: 20_000,
  /** The highest number of a place; numbers are never used again. */
  placeNumber: 2_000_000_000,
  /** How far from its corner anything of a plan may be, in units: a kilometre. */
  planReach: 100_000,
  title: 200,
  venue: 200,
  description: 2_000,
  organiserName: 200,
  address: 500,
  /** Of a page of the organiser. */
  link: 500,
  houseRules: 2_000,
  gettingThere: 2_000,
  /** Seats of one booking that staff make: a group. */
  seatsPerGroup: 100,
  /** Seats that staff block or release at once. */
  seatsPerBlock: 1_000,
  /** Highest limit per customer that a show may set. */
  limitPerCustomer: 100,
  /** Hours before a show until which its customers may give seats back: a year. */
  giveBackHours: 8_784,
  /** Why a show or a booking was cancelled. */
  reason: 500,
  /** What staff call a door. */
  door: 40,
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
  /** Shows that the site asks for at once: three rows of cards on a wide screen. */
  showsAtOnce: 12,
} as const;
