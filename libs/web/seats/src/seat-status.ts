import { PackedStatus, SEAT_STATUSES } from '@modex/domain';
import { SeatStatusResponse } from '@modex/web-api-client';

/** The statuses of a show's seats, in the order of its plan, and of which version they are. Nobody changes them. */
export interface KnownStatus {
  /** The version of the plan in whose order they are. */
  readonly planVersion: number;
  readonly version: string;
  readonly status: PackedStatus;
  /** How many seats one booking may have. */
  readonly maxPerBooking: number;
}

/** The whole status, as the route and the stream tell it. */
export type ToldStatus = Pick<SeatStatusResponse, 'planVersion' | 'version' | 'totalSeats' | 'status'>;

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

/** What is known of a status that was told. */
export function knownStatus(told: SeatStatusResponse): KnownStatus {
  return {
    planVersion: told.planVersion,
    version: told.version,
    status: unpack(told),
    maxPerBooking: told.maxSeatsPerBooking,
  };
}

/** Whether both are about the seats of one version of a plan. */
export function isSameHall(told: ToldStatus, { planVersion, status }: KnownStatus): boolean {
  return told.planVersion === planVersion && told.totalSeats === status.size;
}

/** The same with these statuses; as long as no seat changes, the status stays the same object. */
export function withStatus(known: KnownStatus, told: ToldStatus): KnownStatus {
  const status = unpack(told);
  const isSame = status.bytes.every((byte, at) => byte === known.status.bytes[at]);
  return { ...known, version: told.version, status: isSame ? known.status : status };
}

/** The same with these changes, in the same way. */
export function withChanges(known: KnownStatus, { version, changes }: SeatChanges): KnownStatus {
  const status = new PackedStatus(known.status.size);
  status.bytes.set(known.status.bytes);
  const changed = changes.filter(([place, code]) => SEAT_STATUSES[code] !== undefined && status.put(place, code));
  return { ...known, version, status: changed.length === 0 ? known.status : status };
}

function unpack({ totalSeats, status }: ToldStatus): PackedStatus {
  const packed = new PackedStatus(totalSeats);
  packed.bytes.set(bytesOf(status).subarray(0, packed.bytes.length));
  return packed;
}

function versionOf(version: string): { readonly epoch: string; readonly count: number } {
  const dash = version.lastIndexOf('-');
  return { epoch: version.slice(0, dash), count: Number(version.slice(dash + 1)) };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
