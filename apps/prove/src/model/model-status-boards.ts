import { BoardShow, StatusBoard, StatusBoards } from '@modex/api-seats/protocol';
import { SeatStatus, statusCode } from '@modex/domain';
import { Send } from './commands';
import { SEAT_COMMANDS, TakenPlaces } from './seat-commands';
import { StoreState } from './store-state';

/**
 * Boards that are as old as they may be: in memory is what was so when the scenario began, and only a new read asks the
 * store.
 */
export class ModelStatusBoards implements Pick<StatusBoards, 'read' | 'readAnew'> {
  constructor(
    private readonly send: Send,
    private readonly before: StoreState,
  ) {}

  async read(show: BoardShow): Promise<StatusBoard> {
    return boardOf(show, SEAT_COMMANDS['seats.findTaken'](this.before, { showId: show.id })[1]);
  }

  async readAnew(show: BoardShow): Promise<StatusBoard> {
    return boardOf(show, await this.send('seats.findTaken', { showId: show.id }));
  }
}

function boardOf({ plan }: BoardShow, { taken, held, blocked }: TakenPlaces): StatusBoard {
  const board = new StatusBoard(plan.size);
  const statusAt = (place: number): SeatStatus =>
    held.includes(place) ? 'HELD' : blocked.includes(place) ? 'BLOCKED' : 'BOOKED';
  board.put(taken.map((place) => [place, statusCode(statusAt(place))]));
  return board;
}
