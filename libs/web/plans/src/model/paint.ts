import { legibleColor } from '@modex/domain';
import { Draft, DraftPlace, freshKey, freshName } from './draft';
import { Selection } from './selection';

/** What is said of a place, as the editor sets it; a companion's place belongs to the nearest wheelchair place of its row. */
export const ATTRIBUTES = ['wheelchair', 'companion', 'restrictedView', 'aisle'] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** Colors that can be seen on light and dark ground; new categories take the first one that is free. */
export const COLORS = ['#1976d2', '#c2410c', '#2e8540', '#9c4dcc', '#b8860b', '#0e8a8a', '#d6336c', '#6b7280'].map(
  legibleColor,
);

/** Gives what is selected a category. */
export function paintCategory(draft: Draft, selection: Selection, key: string): void {
  for (const place of placesOf(draft, selection)) if (place.category !== key) place.category = key;
  for (const section of draft.sections) {
    if (section.kind === 'standing' && selection.standing.has(section.key)) section.category = key;
  }
}

/** Says something of the selected places, or says it no more. */
export function setAttribute(draft: Draft, selection: Selection, attribute: Attribute, isOn: boolean): void {
  for (const section of draft.sections) {
    if (section.kind !== 'seats') continue;
    for (const row of section.rows) {
      for (const place of row.places) {
        if (!selection.places.has(place.number)) continue;
        if (attribute === 'companion') setCompanion(place, row.places, isOn);
        else if (isOn) place[attribute] = true;
        else delete place[attribute];
      }
    }
  }
  if (attribute === 'wheelchair' && !isOn) forget(draft, selection);
}

/** Whether all, some or none of these places have it. */
export function howMany(places: readonly DraftLike[], attribute: Attribute): 'all' | 'some' | 'none' {
  const has = places.filter((place) =>
    attribute === 'companion' ? place.companionOf !== undefined : place[attribute],
  );
  return has.length === 0 ? 'none' : has.length === places.length ? 'all' : 'some';
}

type DraftLike = Readonly<Pick<DraftPlace, 'wheelchair' | 'companionOf' | 'restrictedView' | 'aisle'>>;

/** Sets a hint on the selected places; an empty one is none. */
export function setTooltip(draft: Draft, selection: Selection, text: string): void {
  for (const place of placesOf(draft, selection)) {
    if (text === '') delete place.tooltip;
    else place.tooltip = text;
  }
}

/** Adds a category. Returns its key. */
export function addCategory(draft: Draft, wish: string): string {
  const names = draft.categories.map(({ name }) => name);
  const key = freshKey(
    draft.categories.map((category) => category.key),
    wish,
  );
  const used = new Set(draft.categories.map(({ color }) => color));
  const color = COLORS.find((one) => !used.has(one)) ?? (COLORS[draft.categories.length % COLORS.length] as string);
  draft.categories.push({ key, name: freshName(names, wish), color });
  return key;
}

/** Removes a category; its places get another one. */
export function removeCategory(draft: Draft, key: string, instead: string): void {
  for (const section of draft.sections) {
    if (section.kind === 'standing') {
      if (section.category === key) section.category = instead;
    } else
      for (const row of section.rows)
        for (const place of row.places) if (place.category === key) place.category = instead;
  }
  draft.categories = draft.categories.filter((category) => category.key !== key);
}

function* placesOf(draft: Draft, { places }: Selection): Generator<DraftPlace> {
  if (places.size === 0) return;
  for (const section of draft.sections) {
    if (section.kind !== 'seats') continue;
    for (const row of section.rows) for (const place of row.places) if (places.has(place.number)) yield place;
  }
}

function setCompanion(place: DraftPlace, row: readonly DraftPlace[], isOn: boolean): void {
  delete place.companionOf;
  if (!isOn) return;
  const distance = (other: DraftPlace): number => Math.hypot(other.x - place.x, other.y - place.y);
  const wheelchairs = row.filter((other) => other.wheelchair && other.number !== place.number);
  const nearest = [...wheelchairs].sort((one, other) => distance(one) - distance(other))[0];
  if (nearest) place.companionOf = nearest.number;
}

function forget(draft: Draft, { places }: Selection): void {
  for (const section of draft.sections) {
    if (section.kind !== 'seats') continue;
    for (const row of section.rows)
      for (const place of row.places)
        if (place.companionOf !== undefined && places.has(place.companionOf)) delete place.companionOf;
  }
}
