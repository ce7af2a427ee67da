import { Point, positionOf } from '@modex/domain';
import { Draft, DraftPlace, DraftRow, DraftSeats } from './draft';
import { eachRow } from './draft-parts';
import { rounded, turned } from './row-line';
import { nextLabel } from './rows';
import { Selection } from './selection';

interface Piece {
  readonly section: DraftSeats;
  readonly row: DraftRow;
  /** Where its places are in the plan. */
  readonly points: readonly Point[];
}

/**
 * Makes one row of all rows of which something is selected: the first of them, which keeps its label and its words. Every
 * place stays where it is. They follow each other so that the end of one is near the beginning of the next.
 */
export function mergeRows(draft: Draft, selection: Selection): void {
  const pieces: Piece[] = [];
  eachRow(draft, selection, (row, section) => {
    pieces.push({ section, row, points: row.places.map((place) => positionOf(section, row, place)) });
  });
  const [first] = pieces;
  if (first === undefined || pieces.length < 2) return;
  const parts = inOneLine(pieces).map(({ row, points }) =>
    row.places.map((place, at) => ({ ...place, ...within(first, points[at] as Point) })),
  );
  relabel(parts);
  first.row.places = parts.flat();
  // It is read from the places from now on.
  delete first.row.line;
  const gone = new Set(pieces.slice(1).map(({ row }) => row));
  for (const section of new Set(pieces.map((piece) => piece.section))) {
    section.rows = section.rows.filter((row) => !gone.has(row));
  }
  draft.sections = draft.sections.filter((section) => section.kind === 'standing' || section.rows.length > 0);
}

/** The pieces in the order in which the ways between them are shortest; of equal ones the first piece begins. */
function inOneLine(pieces: readonly Piece[]): readonly Piece[] {
  const [best] = pieces.map((begin) => chainFrom(begin, pieces)).sort((one, other) => Math.round(one.way - other.way));
  return best?.chain ?? pieces;
}

/** From a piece to the one that begins nearest, until all are there. */
function chainFrom(begin: Piece, pieces: readonly Piece[]): { readonly chain: readonly Piece[]; readonly way: number } {
  const chain = [begin];
  let way = 0;
  while (chain.length < pieces.length) {
    const end = chain.at(-1)?.points.at(-1) as Point;
    const [nearest] = pieces
      .filter((piece) => !chain.includes(piece))
      .map((piece) => ({ piece, distance: distanceOf(end, piece.points[0] as Point) }))
      .sort((one, other) => one.distance - other.distance);
    if (nearest === undefined) break;
    chain.push(nearest.piece);
    way += nearest.distance;
  }
  return { chain, way };
}

function within({ section, row }: Piece, { x, y }: Point): Point {
  const local = turned({ x: x - section.x, y: y - section.y }, -section.rotation);
  return rounded({ x: local.x - row.x, y: local.y - row.y });
}

/** A piece that has a label of an earlier one is counted on from there as a whole. */
function relabel(pieces: readonly (readonly DraftPlace[])[]): void {
  const labels: string[] = [];
  for (const places of pieces) {
    const isNew = !places.some(({ label }) => labels.includes(label));
    for (const place of places) {
      if (!isNew) place.label = nextLabel(labels);
      labels.push(place.label);
    }
  }
}

function distanceOf(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
