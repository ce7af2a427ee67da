import { rowLabel } from './plain-plan';

/** How places or rows are labelled, one after another. */
export const LABEL_KINDS = ['numbers', 'odd', 'even', 'letters', 'letters-clear', 'roman'] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

/** From which end labels are given: the left, the right, or the middle outwards (odd to the left, even to the right). */
export const LABEL_WAYS = ['left', 'right', 'middle'] as const;
export type LabelWay = (typeof LABEL_WAYS)[number];

/** A scheme by which places of a row, or rows of a section, are labelled. */
export interface LabelScheme {
  readonly kind: LabelKind;
  /** Which label is the first one: 1 is the first of its kind (1, A, I; for odd and even numbers the first odd or even one). */
  readonly start: number;
  readonly way: LabelWay;
}

/** Letters that are not mistaken for digits: without I and O. */
const CLEAR = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const ROMAN: readonly (readonly [string, number])[] = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

/**
 * Labels for so many places, in their order from the left. From the middle, the first one stands in the middle, odd ones
 * go on to the left and even ones to the right: 9 7 5 3 1 2 4 6 8.
 */
export function labels({ kind, start, way }: LabelScheme, count: number): readonly string[] {
  const named = Array.from({ length: count }, (_, at) => labelAt(kind, start + at));
  if (way === 'left') return named;
  if (way === 'right') return named.toReversed();
  const left = named.filter((_, at) => at % 2 === 0).reverse();
  return [...left, ...named.filter((_, at) => at % 2 === 1)];
}

/** The label that is the `position`-th of its kind, from 1. */
export function labelAt(kind: LabelKind, position: number): string {
  switch (kind) {
    case 'numbers':
      return `${position}`;
    case 'odd':
      return `${2 * position - 1}`;
    case 'even':
      return `${2 * position}`;
    case 'letters':
      return rowLabel(position - 1);
    case 'letters-clear':
      return clearLetters(position);
    case 'roman':
      return roman(position);
  }
}

function clearLetters(position: number): string {
  const at = position - 1;
  const letter = CLEAR.charAt(at % CLEAR.length);
  return at < CLEAR.length ? letter : clearLetters(Math.floor(at / CLEAR.length)) + letter;
}

function roman(position: number): string {
  let [rest, text] = [position, ''];
  for (const [letters, value] of ROMAN) {
    while (rest >= value) [text, rest] = [text + letters, rest - value];
  }
  return text;
}
