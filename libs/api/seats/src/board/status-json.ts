import { StatusBoard } from './status-board';

/** A show with its board. */
export interface BoardOf {
  readonly showId: string;
  readonly board: StatusBoard;
}

/** The whole status of a show's seats as it is sent, by the route and by the stream of events alike. */
export interface StatusView {
  readonly showId: string;
  readonly version: string;
  readonly totalSeats: number;
  readonly status: string;
}

export function statusView({ showId, board }: BoardOf): StatusView {
  const { version, size, status } = board;
  return { showId, version, totalSeats: size, status: Buffer.from(status.bytes).toString('base64') };
}
