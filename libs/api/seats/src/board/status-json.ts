import { StatusBoard } from './status-board';

/** A show with its board. */
export interface BoardOf {
  readonly showId: string;
  /** The version of the show's plan, in whose order the seats are. */
  readonly planVersion: number;
  readonly board: StatusBoard;
}

/** The whole status of a show's seats as it is sent, by the route and by the stream of events alike. */
export interface StatusView {
  readonly showId: string;
  readonly planVersion: number;
  readonly version: string;
  readonly totalSeats: number;
  readonly status: string;
}

export function statusView({ showId, planVersion, board }: BoardOf): StatusView {
  const { version, size, status } = board;
  return { showId, planVersion, version, totalSeats: size, status: Buffer.from(status.bytes).toString('base64') };
}
