/** One step of a schedule. */
export const ACTION_KINDS = ['apply', 'deliver', 'lose', 'crash', 'land', 'stall', 'repeat'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/**
 * `apply`: the store applies the command that process `at` sent. `deliver`: the process gets the answer.
 * `lose`: it gets an error instead. `crash`: the host of process `at` vanishes. `land`: a command of process `at`
 * that nobody waits for is applied after all, the `nth` of them. `stall`: a lease passes.
 * `repeat`: the store applies the command, the connection breaks, and the driver sends the same command again.
 */
export interface Action {
  readonly kind: ActionKind;
  readonly at: number;
  readonly nth: number;
}

/** Letters of a schedule string. */
const LETTERS: Readonly<Record<ActionKind, string>> = {
  apply: 'a',
  deliver: 'd',
  lose: 'l',
  crash: 'x',
  land: 'w',
  stall: 's',
  repeat: 'r',
};

/** A schedule as a word, such as `a0d0a1s`, that replays it. */
export function toWord(actions: readonly Action[]): string {
  return actions
    .map(({ kind, at, nth }) => {
      if (kind === 'stall') return LETTERS[kind];
      return `${LETTERS[kind]}${at}${kind === 'land' && nth > 0 ? `.${nth}` : ''}`;
    })
    .join('');
}

/** @throws Error when the word is no schedule */
export function fromWord(word: string): readonly Action[] {
  const tokens = word.match(/s|[adlxwr]\d+(?:\.\d+)?/g) ?? [];
  if (tokens.join('') !== word) throw new Error(`not a schedule: ${word}`);
  return tokens.map((token) => {
    const kind = ACTION_KINDS.find((known) => LETTERS[known] === token[0]) as ActionKind;
    const [at = '0', nth = '0'] = token.slice(1).split('.');
    return { kind, at: Number(at), nth: Number(nth) };
  });
}
