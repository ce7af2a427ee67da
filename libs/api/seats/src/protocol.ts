/** What a proof of the booking protocol drives: the port of the seats and the boards, without HTTP and without a database. */
export { StatusBoard } from './board/status-board';
export type { BoardShow } from './board/live-board';
export { StatusBoards } from './board/status-boards';
export { SeatSwitches } from './seat-switches';
export type { AsideSeats, SwitchedPlaces, SwitchedSeats } from './seat-switches';
export { SeatRepository } from './seat.repository';
export type {
  BlockAct,
  BlockOutcome,
  BlockRelease,
  LockOutcome,
  SeatBlock,
  SeatLock,
  SeatOwner,
  SeatRelease,
  SeatsOfBooking,
} from './seat.repository';
