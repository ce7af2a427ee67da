import { capacityOf, DrawnPlace, DrawnSection, PlanDrawing, Point, SeatSection } from '@modex/domain';
import { Draft, freshKey, freshName, nextNumber } from './draft';
import { NOTHING, ofPlaces, Selection, ShapeRef, shapeOf } from './selection';

/** What was copied: parts of a drawing, as they were. */
export interface Copied {
  readonly sections: readonly DrawnSection[];
  readonly shapes: readonly PlanDrawing['decorations'][number][];
}

/** Copies what is selected; of a section only the rows, and of a row only the places that are selected. */
export function copy(drawing: PlanDrawing, selection: Selection): Copied {
  const sections = drawing.sections.flatMap((section): readonly DrawnSection[] => {
    if (section.kind === 'standing') return selection.standing.has(section.key) ? [section] : [];
    const rows = rowsOf(section, selection);
    return rows.length === 0 ? [] : [{ ...section, rows }];
  });
  const shapes = [...selection.shapes].flatMap((ref: ShapeRef) => shapeOf(drawing, ref) ?? []);
  return { sections, shapes };
}

/** Adds what was copied beside it, with numbers and names of its own. Returns what was added. */
export function paste(draft: Draft, { sections, shapes }: Copied, by: Point): Selection {
  const places = new Set<number>();
  const standing = new Set<string>();
  for (const section of sections) {
    const key = freshKey(
      draft.sections.map((one) => one.key),
      section.key,
    );
    const name = freshName(
      draft.sections.map((one) => one.name),
      section.name || 'Section',
    );
    const moved = { key, name, x: section.x + by.x, y: section.y + by.y };
    if (section.kind === 'standing') {
      const count = capacityOf(section);
      const first = draft.nextNumber;
      draft.nextNumber += count;
      draft.sections.push({ ...section, ...moved, numbers: [{ first, count }] });
      standing.add(key);
    } else {
      const copied = withNumbers(draft, section);
      for (const row of copied.rows) for (const { number } of row.places) places.add(number);
      draft.sections.push({ ...copied, ...moved } as Draft['sections'][number]);
    }
  }
  const first = draft.decorations.length;
  for (const shape of shapes) {
    draft.decorations.push({
      ...shape,
      ...{ x: shape.x + by.x, y: shape.y + by.y },
    } as Draft['decorations'][number]);
  }
  const added = new Set<ShapeRef>(shapes.map((_, at) => first + at));
  return { ...NOTHING, ...ofPlaces(places), standing, shapes: added };
}

function rowsOf(section: SeatSection, { places }: Selection): SeatSection['rows'] {
  return section.rows.flatMap((row) => {
    const chosen = row.places.filter(({ number }) => places.has(number));
    return chosen.length === 0 ? [] : [{ ...row, places: chosen }];
  });
}

/** A companion's place belongs to the copy of its wheelchair place, if that was copied too. */
function withNumbers(draft: Draft, section: SeatSection): SeatSection {
  const numbers = new Map<number, number>();
  for (const row of section.rows) for (const { number } of row.places) numbers.set(number, nextNumber(draft));
  const rows = section.rows.map((row) => ({
    ...row,
    places: row.places.map((place) => {
      const of = place.companionOf === undefined ? undefined : numbers.get(place.companionOf);
      const number = numbers.get(place.number) as number;
      return withoutIdentity({ ...place, number }, of);
    }),
  }));
  return { ...section, rows };
}

/** A copy is not what another program knows the original by. */
function withoutIdentity(place: DrawnPlace, companionOf: number | undefined): DrawnPlace {
  const copied: { -readonly [K in keyof DrawnPlace]: DrawnPlace[K] } = { ...place };
  delete copied.guid;
  delete copied.companionOf;
  return companionOf === undefined ? copied : { ...copied, companionOf };
}
