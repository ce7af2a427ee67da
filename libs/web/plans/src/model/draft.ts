import { DrawnPlace, DrawnRow, PlanDrawing, SeatSection, StandingSection } from '@modex/domain';
import type { Draft as Draftable } from 'mutative';

/** A drawing while a command changes it. */
export type Draft = Draftable<PlanDrawing>;
export type DraftSeats = Draftable<SeatSection>;
export type DraftStanding = Draftable<StandingSection>;
export type DraftRow = Draftable<DrawnRow>;
export type DraftPlace = Draftable<DrawnPlace>;

/** One change of a drawing, as a command makes it. */
export type Command = (draft: Draft) => void;

/** A number for a new place: never used before. */
export function nextNumber(draft: Draft): number {
  return draft.nextNumber++;
}

/** A key that no section has yet, made of a name. */
export function freshKey(taken: readonly string[], name: string): string {
  const base =
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40) || 'part';
  return numbered(base, taken, '-');
}

/** A name that nothing else has yet: the name itself, or with a number. */
export function freshName(taken: readonly string[], name: string): string {
  return numbered(name, taken, ' ');
}

function numbered(base: string, taken: readonly string[], between: string): string {
  const known = new Set(taken);
  if (!known.has(base)) return base;
  for (let at = 2; ; at++) {
    const name = `${base}${between}${at}`;
    if (!known.has(name)) return name;
  }
}
