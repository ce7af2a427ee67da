import { isStaff, Role } from '@modex/domain';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** How long a session lives at most, in milliseconds, however much it is used. */
export function sessionAgeMs(role: Role): number {
  return isStaff(role) ? 12 * HOUR_MS : 90 * DAY_MS;
}

/** After how many milliseconds without use a session ends. */
export function sessionIdleMs(role: Role): number {
  return isStaff(role) ? 2 * HOUR_MS : 30 * DAY_MS;
}

/** A use of a session is noted at most once in this many milliseconds; uses in between cost no write. */
export const USE_NOTED_MS = HOUR_MS;
