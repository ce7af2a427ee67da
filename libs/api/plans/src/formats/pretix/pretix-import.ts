import {
  Category,
  Decoration,
  DrawnRow,
  legibleColor,
  PLAN_WORDS,
  PlanDrawing,
  SeatSection,
  weakGround,
} from '@modex/domain';
import { parseLargeJson } from '@modex/api-core';
import { categoryColor } from '../category-colors';
import { ImportedPlan, Warnings } from '../imported-plan';
import { withoutMark } from '../text-of';
import { keyOf, UniqueNames } from '../unique-name';
import { decorationsOf } from './pretix-areas';
import { checkContent } from './pretix-content';
import { tellFields } from './pretix-fields';
import { PretixPlan, PretixZone, readPretixPlan } from './pretix-format';
import { hexColor } from './pretix-colors';
import { RowMaking, rowsOf } from './pretix-rows';
import { extentOf } from '../plan-extent';

/** What a category without a name is called. */
const NAMELESS_CATEGORY = 'Standard';

/**
 * A plan of pretix as a drawing of ours: zones with seats become sections, all drawings decorations. Pixels are taken for
 * plan units, so that whatever is drawn keeps its size.
 * @throws DomainError `malformed-body`, `payload-too-large`, `plan-has-problems`
 */
export function importPretix(bytes: Buffer): ImportedPlan {
  const plan = readPretixPlan(parseLargeJson(withoutMark(bytes)));
  checkContent(plan);
  const warnings = new Warnings();
  const { categories, keys } = categoriesOf(plan, warnings);
  const sources: string[] = [];
  const nextNumber = (source: string): number => sources.push(source) - 1;
  const parts = zonesOf(plan, { categories: keys, nextNumber, warnings });
  tellFields(plan, warnings);
  const size = plan.size ?? sizeOf(parts, warnings);
  const drawing: PlanDrawing = {
    ...{ name: plan.name.trim() === '' ? 'Imported plan' : plan.name, venue: null },
    ...{ width: Math.abs(size.width), height: Math.abs(size.height) },
    ...{ words: PLAN_WORDS, categories, stage: null, ...parts, nextNumber: sources.length },
  };
  return { drawing, warnings: warnings.list, sourceOf: (number) => sources[number] };
}

function categoriesOf(
  { categories }: PretixPlan,
  warnings: Warnings,
): { readonly categories: readonly Category[]; readonly keys: ReadonlyMap<string, string> } {
  const [names, taken] = [new UniqueNames(), new UniqueNames()];
  const keys = new Map<string, string>();
  const made: Category[] = [];
  categories.forEach(({ name }) => name.trim() !== '' && names.next(name));
  categories.forEach(({ name, color }, at) => {
    const pointer = `/categories/${at}`;
    if (keys.has(name))
      return warnings.add(`${pointer}/name`, `The category "${name}" is there twice; its first color was taken.`);
    const said = name.trim() === '' ? names.next(NAMELESS_CATEGORY) : name;
    if (said !== name)
      warnings.add(
        `${pointer}/name`,
        `A category has no name; it is called ${said} here. Give it a name to sell it by.`,
      );
    const key = taken.next(keyOf(said, 'category'));
    keys.set(name, key);
    made.push({ key, name: said, color: colorOf(said, color, at, `${pointer}/color`, warnings) });
  });
  return { categories: made, keys };
}

function colorOf(
  name: string,
  given: string | null | undefined,
  index: number,
  at: string,
  warnings: Warnings,
): string {
  const color = hexColor(given);
  if (color === undefined) {
    const chosen = categoryColor(index);
    if (given) warnings.add(at, `The color ${given.slice(0, 30)} of ${name} is no #rrggbb; ${chosen} was taken.`);
    return chosen;
  }
  const ground = weakGround(color);
  if (ground === undefined) return color;
  const mended = legibleColor(color);
  warnings.add(
    at,
    `The color ${color} of ${name} is hard to see on a ${ground} ground (its contrast is below 3:1); it was changed to ${mended}.`,
  );
  return mended;
}

function zonesOf(
  plan: PretixPlan,
  making: RowMaking,
): { readonly sections: readonly SeatSection[]; readonly decorations: readonly Decoration[] } {
  const [names, keys] = [new UniqueNames(), new UniqueNames()];
  const sections: SeatSection[] = [];
  const decorations: Decoration[] = [];
  const alone = plan.zones.filter(hasSeats).length === 1;
  plan.zones.forEach((zone, at) => {
    const pointer = `/zones/${at}`;
    decorations.push(...decorationsOf(zone.areas ?? [], zone.position, pointer, making.warnings));
    if (!hasSeats(zone)) return tellSeatless(zone, pointer, making.warnings);
    const name = sectionName(zone, names, alone, pointer, making.warnings);
    const rows = rowsOf(zone.rows, pointer, name === '' ? 'the plan' : name, making);
    sections.push(toSection(zone, name, keys.next(keyOf(name, 'section')), rows));
  });
  return { sections, decorations };
}

function toSection({ position }: PretixZone, name: string, key: string, rows: readonly DrawnRow[]): SeatSection {
  return { kind: 'seats', key, name, x: position.x, y: position.y, rotation: 0, rows };
}

function hasSeats({ rows }: PretixZone): boolean {
  return rows.some(({ seats }) => seats.length > 0);
}

function tellSeatless({ name, areas, rows }: PretixZone, pointer: string, warnings: Warnings): void {
  const what = areas?.length ? 'its drawings were kept' : 'it was left out';
  if (name || rows.length > 0 || !areas?.length) {
    warnings.add(pointer, `The zone${name ? ` ${name}` : ''} has no seats, so it is no section; ${what}.`);
  }
}

function sectionName(
  zone: PretixZone,
  names: UniqueNames,
  alone: boolean,
  pointer: string,
  warnings: Warnings,
): string {
  const given = zone.name?.trim() ?? '';
  if (given === '' && alone) return '';
  const name = names.next(given === '' ? zone.zone_id || 'Section' : (zone.name as string));
  if (given === '') warnings.add(pointer, `A zone with seats has no name; it is called ${name} here.`);
  else if (name !== zone.name)
    warnings.add(`${pointer}/name`, `Two zones are named ${zone.name}; the second is called ${name} here.`);
  return name;
}

function sizeOf(
  parts: Pick<PlanDrawing, 'sections' | 'decorations'>,
  warnings: Warnings,
): { readonly width: number; readonly height: number } {
  warnings.add('', 'The field `size` is missing and was taken from the seats and areas.');
  return extentOf(parts);
}
