import { capacityOf, PlanDrawing, withWord } from '@modex/domain';
import { counted } from '@modex/web-ui';
import { NOTHING, ofPlaces, ofSection, Selection, ShapeRef } from '../model/selection';

/** One line of the tree of objects. */
export interface ObjectNode {
  readonly id: string;
  readonly level: number;
  readonly word: string;
  /** Whether it can be opened, and is; undefined: there is nothing inside. */
  readonly isOpen: boolean | undefined;
  readonly selection: Selection;
}

/** The lines of the tree that are seen: sections, the rows of those that are open, and the places of open rows; shapes. */
export function objectNodes(drawing: PlanDrawing, open: ReadonlySet<string>): readonly ObjectNode[] {
  return [...drawing.sections.flatMap((section) => sectionNodes(drawing, section, open)), ...shapeNodes(drawing)];
}

function sectionNodes(
  drawing: PlanDrawing,
  section: PlanDrawing['sections'][number],
  open: ReadonlySet<string>,
): readonly ObjectNode[] {
  const id = `section:${section.key}`;
  const name = section.name || $localize`Section without a name`;
  const node = { id, level: 1, selection: ofSection(section) };
  if (section.kind === 'standing') {
    const people = capacityOf(section);
    const word = `${name} · ${counted(people, $localize`{n, plural, =1 {1 person} other {${people}:people: people}}`)}`;
    return [{ ...node, word, isOpen: undefined }];
  }
  const isOpen = open.has(id);
  const inside = isOpen ? section.rows.flatMap((row, at) => rowNodes(drawing, row, `${id}/${at}`, open)) : [];
  return [{ ...node, word: `${name} · ${placeWords(node.selection.places.size)}`, isOpen }, ...inside];
}

function rowNodes(
  { words }: PlanDrawing,
  row: { readonly label: string; readonly word?: string | undefined; readonly seatWord?: string | undefined } & {
    readonly places: readonly { readonly number: number; readonly label: string }[];
  },
  id: string,
  open: ReadonlySet<string>,
): readonly ObjectNode[] {
  const isOpen = open.has(id);
  const name = withWord(row.word ?? words.row, row.label);
  const places = isOpen
    ? row.places.map(({ number, label }) => ({
        ...{ id: `place:${number}`, level: 3, word: withWord(row.seatWord ?? words.seat, label), isOpen: undefined },
        selection: ofPlaces([number]),
      }))
    : [];
  const selection = ofPlaces(row.places.map(({ number }) => number));
  return [{ id, level: 2, word: `${name} · ${placeWords(row.places.length)}`, isOpen, selection }, ...places];
}

function shapeNodes({ stage, decorations }: PlanDrawing): readonly ObjectNode[] {
  const node = (ref: ShapeRef, word: string): ObjectNode => ({
    ...{ id: `shape:${ref}`, level: 1, word, isOpen: undefined },
    selection: { ...NOTHING, shapes: new Set([ref]) },
  });
  const shapes = decorations.map((shape, at) => node(at, shape.text?.text || $localize`Shape ${at + 1}:number:`));
  return stage === null ? shapes : [node('stage', $localize`Stage`), ...shapes];
}

function placeWords(places: number): string {
  return counted(places, $localize`{n, plural, =1 {1 place} other {${places}:places: places}}`);
}
