import { PackedStatus, SEAT_STATUSES } from '@modex/domain';
import { SeatMapResponse, SeatResponse, SeatStatusResponse } from '@modex/web-api-client';

/** Seats with their new statuses: each by its place in the order of the map, from 0, and the code of its status. */
export interface SeatChanges {
  readonly version: string;
  readonly changes: readonly (readonly [place: number, code: number])[];
}

/** Whether two versions were counted by the same server since it last began to count; only then they can be compared. */
export function isComparable(one: string, other: string): boolean {
  return versionOf(one).epoch === versionOf(other).epoch;
}

/** Whether a status is earlier than what is known. Of two servers' versions neither is. */
export function isEarlier(version: string, known: string): boolean {
  return isComparable(version, known) && versionOf(version).count < versionOf(known).count;
}

/** The map with these statuses. Seats that stay as they are stay the same objects, and so does a list without changes. */
export function withStatus(map: SeatMapResponse, { version, totalSeats, status }: SeatStatusResponse): SeatMapResponse {
  const packed = new PackedStatus(totalSeats);
  packed.bytes.set(bytesOf(status).subarray(0, packed.bytes.length));
  const codes = map.seats.map((_, place) => packed.codeAt(place));
  return withCodes(map, version, codes.entries());
}

/** The map with these changes, in the same way. */
export function withChanges(map: SeatMapResponse, { version, changes }: SeatChanges): SeatMapResponse {
  return withCodes(map, version, changes);
}

function withCodes(
  map: SeatMapResponse,
  version: string,
  codes: Iterable<readonly [place: number, code: number]>,
): SeatMapResponse {
  let seats: SeatResponse[] | undefined;
  for (const [place, code] of codes) {
    const [seat, status] = [(seats ?? map.seats)[place], SEAT_STATUSES[code]];
    if (seat === undefined || status === undefined || seat.status === status) continue;
    seats ??= [...map.seats];
    seats[place] = { ...seat, status };
  }
  return { ...map, version, seats: seats ?? map.seats };
}

function versionOf(version: string): { readonly epoch: string; readonly count: number } {
  const dash = version.lastIndexOf('-');
  return { epoch: version.slice(0, dash), count: Number(version.slice(dash + 1)) };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
