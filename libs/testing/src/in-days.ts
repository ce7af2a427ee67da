/** A time so many days from now. */
export function inDays(days: number): Date {
  return new Date(Date.now() + days * 24 * 3_600_000);
}
