import bidiFactory from 'bidi-js';

const bidi = bidiFactory();

/** Letters that the library which draws them turns by itself. */
const RIGHT_TO_LEFT_LETTER = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A piece of a line that is written in one direction. */
export interface Run {
  readonly text: string;
  readonly isRightToLeft: boolean;
}

/**
 * The pieces of a line from left to right, as they stand on paper: the Unicode Bidirectional Algorithm (UAX #9). Within a
 * piece the letters stay in their order; whoever draws it turns those of a right-to-left one.
 */
export function visualRuns(line: string): readonly Run[] {
  const { levels, paragraphs } = bidi.getEmbeddingLevels(line);
  const order = bidi.getReorderedIndices(line, { levels, paragraphs });
  const runs: { from: number; to: number; level: number }[] = [];
  for (const at of order) {
    const [last, level] = [runs.at(-1), levels[at] as number];
    const isNext = last !== undefined && last.level === level && (at === last.to + 1 || at === last.from - 1);
    if (!isNext) runs.push({ from: at, to: at, level });
    else if (at > last.to) last.to = at;
    else last.from = at;
  }
  return runs.map(({ from, to, level }) => toRun(line.slice(from, to + 1), level % 2 === 1));
}

/** Brackets of a right-to-left piece are mirrored; without a letter of such a script nobody else would turn it. */
function toRun(text: string, isRightToLeft: boolean): Run {
  if (!isRightToLeft) return { text, isRightToLeft };
  const mirrored = [...text].map((letter) => bidi.getMirroredCharacter(letter) ?? letter);
  const isTurned = RIGHT_TO_LEFT_LETTER.test(text);
  return { text: (isTurned ? mirrored : mirrored.reverse()).join(''), isRightToLeft: isTurned };
}

/** Whether a text begins on the right, as its first strong character says. */
export function isRightToLeft(text: string): boolean {
  const [paragraph] = bidi.getEmbeddingLevels(text).paragraphs;
  return (paragraph?.level ?? 0) % 2 === 1;
}
