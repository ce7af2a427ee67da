import {
  capacityOf,
  Decoration,
  DrawnRow,
  PlanDrawing,
  Point,
  positionOf,
  SeatSection,
  StandingSection,
} from '@modex/domain';
import { UniqueNames } from '../unique-name';
import { PretixArea, PretixPlan, PretixRow, PretixSeat, PretixText, PretixZone } from './pretix-format';
import { rowFields, seatPattern } from './pretix-words';

/** The color of words where a drawing leaves it to the theme; of shapes and their borders. */
const TEXT_COLOR = '#333333';
const SHAPE_COLOR = '#dddddd';
const BORDER_COLOR = '#777777';

type Names = ReadonlyMap<string, string>;

/**
 * A drawing as a plan of pretix: sections become zones, decorations the drawings of a zone without seats. Guids stay; a place
 * without one gets one from its number.
 */
export function exportPretix(drawing: PlanDrawing): string {
  const names = categoryNames(drawing);
  const guids = new Guids(drawing);
  const zones = drawing.sections.flatMap((section) =>
    section.kind === 'seats' ? [toZone(section, drawing, names, guids)] : [],
  );
  const plan: PretixPlan = {
    name: drawing.name,
    size: { width: Math.ceil(drawing.width), height: Math.ceil(drawing.height) },
    categories: drawing.categories.map(({ key, color }) => ({ name: names.get(key) as string, color })),
    zones: [...drawingsZone(drawing), ...zones],
  };
  return JSON.stringify(plan);
}

/** What this format cannot carry of the drawing, each kind once. */
export function pretixLosses({ sections, venue }: PlanDrawing): readonly string[] {
  const places = sections.flatMap((section) =>
    section.kind === 'seats' ? section.rows.flatMap((row) => row.places) : [],
  );
  const standing = sections.flatMap((section) => (section.kind === 'standing' ? [section] : []));
  const capacity = standing.reduce((sum, section) => sum + capacityOf(section), 0);
  const marked = places.filter(
    ({ wheelchair, companionOf, restrictedView, aisle }) =>
      wheelchair === true || companionOf !== undefined || restrictedView === true || aisle === true,
  );
  const hints = places.filter(({ tooltip }) => tooltip !== undefined);
  return [
    ...(capacity > 0 ? [`${capacity} standing places: the format has none; their sections became drawings.`] : []),
    ...(marked.length > 0 ? [`Marks of ${marked.length} places (wheelchair, companion, restricted view, aisle).`] : []),
    ...(hints.length > 0 ? [`Hints of ${hints.length} places.`] : []),
    ...(venue === null ? [] : ['The venue.']),
  ];
}

/** The names of the categories by their keys; in the file a category is known by its name. */
function categoryNames({ categories }: PlanDrawing): Names {
  const names = new UniqueNames();
  return new Map(categories.map(({ key, name }) => [key, names.next(name)]));
}

/** Guids of places, each once. */
class Guids {
  /** Guids that places have, so that none is made up twice. */
  private readonly known = new Set<string>();
  private readonly used = new Set<string>();

  constructor({ sections }: PlanDrawing) {
    for (const section of sections) {
      if (section.kind === 'standing') continue;
      section.rows.forEach(({ places }) => places.forEach(({ guid }) => guid !== undefined && this.known.add(guid)));
    }
  }

  /** The guid of a place; one from its number where it has none, or where another place has the same. */
  of({ guid, number }: { readonly guid?: string | undefined; readonly number: number }): string {
    const own = guid === undefined || this.used.has(guid) ? this.made(number) : guid;
    this.used.add(own);
    return own;
  }

  private made(number: number): string {
    let name = `place-${number}`;
    while (this.known.has(name) || this.used.has(name)) name = `_${name}`;
    return name;
  }
}

function toZone(section: SeatSection, drawing: PlanDrawing, names: Names, guids: Guids): PretixZone {
  const { name, x, y, rows } = section;
  return { name, position: { x, y }, rows: rows.map((row) => toRow(section, row, drawing, names, guids)), areas: [] };
}

function toRow(section: SeatSection, row: DrawnRow, { words }: PlanDrawing, names: Names, guids: Guids): PretixRow {
  const origin = turned(section, row, { x: 0, y: 0 });
  const seats = row.places.map((place): PretixSeat => {
    const at = section.rotation === 0 ? { x: place.x, y: place.y } : less(turned(section, row, place), origin);
    return {
      seat_guid: guids.of(place),
      seat_number: place.label,
      position: at,
      category: names.get(place.category) ?? '',
      ...(place.radius === undefined ? {} : { radius: place.radius }),
    };
  });
  const named = { ...rowFields(row.word ?? words.row, row.label), ...seatPattern(row.seatWord ?? words.seat) };
  return { ...named, position: origin, seats };
}

/** Where something of a row is, counted from its section, after the section was turned. */
function turned(section: SeatSection, row: Point, place: Point): Point {
  if (section.rotation === 0) return { x: row.x + place.x, y: row.y + place.y };
  return less(positionOf(section, row, place), section);
}

function less(one: Point, other: Point): Point {
  return { x: rounded(one.x - other.x), y: rounded(one.y - other.y) };
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

/** A zone without seats for all that is drawn; none where nothing is. */
function drawingsZone({ stage, decorations, sections }: PlanDrawing): readonly PretixZone[] {
  const standing = sections.flatMap((section) => (section.kind === 'standing' ? [standingArea(section)] : []));
  const shapes = [...(stage === null ? [] : [stage]), ...decorations].map(toArea);
  const areas = [...shapes, ...standing];
  return areas.length === 0 ? [] : [{ position: { x: 0, y: 0 }, rows: [], areas }];
}

function standingArea(section: StandingSection): PretixArea {
  const { x, y, rotation, width, height, name } = section;
  const text = { x: width / 2, y: height / 2, text: `${name}: standing ${capacityOf(section)}`, size: 16 };
  return toArea({ kind: 'rectangle', x, y, rotation, width, height, text });
}

function toArea(shape: Decoration): PretixArea {
  const { x, y, rotation } = shape;
  const place = { position: { x, y }, rotation };
  if (shape.kind === 'text') {
    const color = shape.text.color ?? TEXT_COLOR;
    return { shape: 'text', ...place, color, border_color: color, text: toText(shape.text) };
  }
  const look = { color: shape.color ?? SHAPE_COLOR, border_color: shape.border ?? BORDER_COLOR };
  const text = toText(shape.text ?? { x: 0, y: 0, text: '', size: 16 });
  switch (shape.kind) {
    case 'rectangle':
      return { shape: 'rectangle', ...place, ...look, rectangle: { width: shape.width, height: shape.height }, text };
    case 'ellipse':
      return shape.radiusX === shape.radiusY
        ? { shape: 'circle', ...place, ...look, circle: { radius: shape.radiusX }, text }
        : { shape: 'ellipse', ...place, ...look, ellipse: { radius: { x: shape.radiusX, y: shape.radiusY } }, text };
    case 'polygon':
      return { shape: 'polygon', ...place, ...look, polygon: { points: shape.points }, text };
  }
}

function toText({ x, y, text, size, color = TEXT_COLOR }: NonNullable<Decoration['text']>): PretixText {
  return { text, size, color, position: { x, y } };
}
