// Digits as single strokes, 3.6 units wide and 6 high, drawn from their upper left corner. Letters of a font would be
// laid out anew at every zoom, two thousand times; an outline only scales.
const STROKES: readonly string[] = [
  'm.2 1.7a1.6 1.7 0 0 1 3.2 0v2.6a1.6 1.7 0 0 1-3.2 0z',
  'm.7 1.2 1.5-1.2v6',
  'm.3 1.6a1.6 1.6 0 0 1 3.1 0c0 1.5-3.1 2.6-3.2 4.4h3.3',
  'm.3 0h3l-1.8 2.3a1.8 1.8 0 1 1-1.3 2.9',
  'm2.6 6v-6l-2.5 4.2h3.5',
  'm3.2 0h-2.6l-.3 2.7a1.8 1.7 0 1 1-.1 2.6',
  'm3 .1c-1.8.4-2.8 1.9-2.8 4a1.6 1.8 0 1 0 3.2 0a1.6 1.8 0 1 0-3.2 0',
  'm.1 0h3.4l-2.2 6',
  'm1.8 0a1.4 1.4 0 1 0 0 2.8a1.6 1.6 0 1 0 0 3.2a1.6 1.6 0 1 0 0-3.2a1.4 1.4 0 1 0 0-2.8z',
  'm.6 5.9c1.8-.4 2.8-1.9 2.8-4a1.6 1.8 0 1 0-3.2 0a1.6 1.8 0 1 0 3.2 0',
];
const WIDTH = 3.6;
const HEIGHT = 6;
const GAP = 1.5;

/** The outline of a seat's number with its middle at a point, in units of the drawing. */
export function numberOutline(seatNumber: number, x: number, y: number): string {
  const digits = [...String(seatNumber)];
  const left = x - (digits.length * WIDTH + (digits.length - 1) * GAP) / 2;
  const top = y - HEIGHT / 2 - 0.6;
  return digits.map((digit, at) => `M${left + at * (WIDTH + GAP)} ${top}${STROKES[Number(digit)] ?? ''}`).join('');
}
