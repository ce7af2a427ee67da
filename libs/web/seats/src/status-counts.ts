import { PackedStatus, SEAT_STATUSES, SeatStatus } from '@modex/domain';

/** How many seats are in each status. */
export type SeatCounts = Readonly<Record<SeatStatus, number>>;

/** How many seats are in each status; all of them free while nothing is known of them. */
export function countStatuses(status: PackedStatus | undefined, size: number): SeatCounts {
  const codes = [0, 0, 0, 0];
  for (let index = 0; index < size; index++) {
    const code = status?.codeAt(index) ?? 0;
    codes[code] = (codes[code] ?? 0) + 1;
  }
  const [free = 0, held = 0, booked = 0, blocked = 0] = codes;
  return { AVAILABLE: free, HELD: held, BOOKED: booked, BLOCKED: blocked };
}

/** A packed status of these statuses, in the order of a plan. */
export function packStatuses(statuses: readonly SeatStatus[]): PackedStatus {
  const packed = new PackedStatus(statuses.length);
  statuses.forEach((status, index) => packed.put(index, SEAT_STATUSES.indexOf(status)));
  return packed;
}
