/** Two bits a seat, four seats a byte. */
const SEATS_PER_BYTE = 4;

/**
 * Takes the whole events off the front of a text that grows.
 * @returns them, and what is left: the beginning of the next one
 */
export function cutFrames(text: string): { readonly frames: readonly string[]; readonly rest: string } {
  const parts = text.split('\n\n');
  const rest = parts.pop() ?? '';
  return { frames: parts.map((part) => `${part}\n\n`), rest };
}

/** The places of the seats that an event tells of: those that changed, or all that are not free; none of any other event. */
export function seatsIn(frame: string): readonly number[] {
  const [, event, text = '{}'] = /^event: (\w+)\n(?:id: .*\n)?data: (.*)\n\n$/.exec(frame) ?? [];
  if (event === 'changes') {
    const { changes } = JSON.parse(text) as { readonly changes: readonly (readonly [number, number])[] };
    return changes.map(([place]) => place);
  }
  if (event !== 'status') return [];
  const { status } = JSON.parse(text) as { readonly status: string };
  return [...Buffer.from(status, 'base64')].flatMap(takenOf);
}

function takenOf(byte: number, at: number): number[] {
  return Array.from({ length: SEATS_PER_BYTE }, (_, seat) => seat)
    .filter((seat) => ((byte >> (2 * seat)) & 3) !== 0)
    .map((seat) => at * SEATS_PER_BYTE + seat);
}
