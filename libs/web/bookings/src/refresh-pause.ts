/** How far a page of bookings may be behind while somebody looks at it, in milliseconds. */
export const BOOKINGS_REFRESH_MS = 20_000;
