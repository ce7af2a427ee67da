import { SeatMark } from './map-seat';

// A chair seen from above: its back is the round side, away from the stage.
const CHAIR = 'M-8.5-5.5a3 3 0 0 1 3-3h11a3 3 0 0 1 3 3v5a8.5 8.5 0 0 1-8.5 8.5h0a8.5 8.5 0 0 1-8.5-8.5z';
const CHECK = 'M-5.2-.6-3.3-2.5-1.1-.4 3.3-4.8 5.2-2.9-1.1 3.4z';
const HEART = 'M0 3.6-4.4-.9a2.6 2.6 0 0 1 4.4-2.8A2.6 2.6 0 0 1 4.4-.9z';
const CROSS = 'M-3.6-3.6 3.6 3.6M3.6-3.6-3.6 3.6';
const DIAMOND = 'M0-10.5 10.5 0 0 10.5-10.5 0z';
const EXCLAMATION = 'M-1.4-5.4h2.8l-.5 6.4h-1.8zM-1.4 2.9h2.8v2.8h-2.8z';

/** One outline per mark, drawn around the seat's middle, in units: shape tells them apart without colour. */
export const SEAT_SHAPES: Readonly<Record<SeatMark, string>> = {
  free: CHAIR,
  chosen: CHAIR + CHECK,
  mine: CHAIR + HEART,
  taken: CHAIR + CROSS,
  lost: DIAMOND + EXCLAMATION,
};
