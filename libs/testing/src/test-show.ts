import type { CreateShowCommand } from '@modex/api-admin';

/** What a test wants to say about a show. */
export type NewTestShow = Partial<CreateShowCommand>;

/** A show on sale and its seats in layout order. */
export interface TestShow {
  readonly id: string;
  readonly seatIds: readonly string[];
}

/** A time so many days from now. */
export function inDays(days: number): Date {
  return new Date(Date.now() + days * 24 * 3_600_000);
}

/** A complete show; what the test does not say does not matter to it. */
export function testShow(wanted: NewTestShow = {}): CreateShowCommand {
  const size = wanted.rows === undefined ? { totalSeats: 10 } : {};
  return {
    title: 'A show',
    venue: 'A house',
    description: null,
    startTime: inDays(365),
    status: 'ON_SALE',
    ...size,
    ...wanted,
  };
}
