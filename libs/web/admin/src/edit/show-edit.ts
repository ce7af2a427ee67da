import { SchemaPathTree } from '@angular/forms/signals';
import { AdminShowResponse, EditShowDto } from '@modex/web-api-client';
import {
  DETAIL_LABELS,
  detailRules,
  detailsOf,
  emptyDetails,
  giveBackWords,
  isTimeField,
  Moments,
  ruleWords,
  ShowDetails,
  TIME_FIELDS,
} from '../details/show-details';
import { priceRules } from '../prices/price-rules';
import { CategoryName, priceWords } from '../prices/price-text';
import { draftOfPrices, emptyPrices, PricedCategory, PricesDraft, pricesOf, sentPrices } from '../prices/prices-draft';

/** The form of an edit: a show with its prices. */
export interface ShowForm extends ShowDetails {
  readonly prices: PricesDraft;
}

/** What the fields of a show are called, and how the history names them. */
export const FORM_LABELS: Readonly<Record<keyof ShowForm, string>> = { ...DETAIL_LABELS, prices: $localize`Prices` };

const FORM_NAMES = Object.keys(FORM_LABELS) as readonly (keyof ShowForm)[];

/** The fields that are plain text; an empty one is taken away. */
const TEXT_NAMES = ['title', 'venue', 'description', 'houseRules', 'gettingThere'] as const;

/** A field that two admins changed: the other's value, and the one in the form. */
export interface Clash {
  readonly label: string;
  readonly theirs: string;
  readonly mine: string;
}

export function emptyForm(): ShowForm {
  return { ...emptyDetails(), prices: emptyPrices() };
}

export function formOf(show: AdminShowResponse, categories: readonly PricedCategory[]): ShowForm {
  return { ...detailsOf(show), prices: draftOfPrices(show.prices, categories) };
}

export function formRules(path: SchemaPathTree<ShowForm>): void {
  detailRules(path);
  priceRules(path.prices);
}

/** The fields that the form has changed. Prices are one field: a part of them means nothing without the others. */
export function changedFields(before: ShowForm, now: ShowForm): readonly (keyof ShowForm)[] {
  return FORM_NAMES.filter((name) => !isSame(name, before, now));
}

/** What is sent: the fields that were changed, and no other. `moments`: those that are meant by the times of the form. */
export function editOf(show: AdminShowResponse, before: ShowForm, now: ShowForm, moments: Moments): EditShowDto {
  const changed = new Set(changedFields(before, now));
  const text = Object.fromEntries(TEXT_NAMES.map((name) => [name, now[name].trim()]));
  const all = { ...now, ...text, prices: sentPrices(now.prices) };
  const named = FORM_NAMES.filter((name) => !isTimeField(name) && changed.has(name));
  const moved = TIME_FIELDS.filter(
    (field) => moments[field] !== show[field] && (changed.has(field) || changed.has('timeZone')),
  );
  return {
    version: show.version,
    ...Object.fromEntries(named.map((name) => [name, all[name]])),
    ...Object.fromEntries(moved.map((field) => [field, moments[field]])),
  };
}

/**
 * Merges the form with a show that another admin has changed meanwhile: fields that were edited here stay, the others
 * take their new values. @returns the fields that both changed, to be compared
 */
export function rebase(
  mine: ShowForm,
  before: ShowForm,
  theirs: ShowForm,
  nameOf: CategoryName,
): { readonly form: ShowForm; readonly clashes: readonly Clash[] } {
  const kept = new Set(changedFields(before, mine));
  const form = { ...theirs, ...Object.fromEntries([...kept].map((name) => [name, mine[name]])) };
  const both = changedFields(before, theirs).filter((name) => kept.has(name) && !isSame(name, mine, theirs));
  const clashes = both.map((name) => {
    const [label, write] = [FORM_LABELS[name], (show: ShowForm) => writtenField(name, show, nameOf)];
    return { label, theirs: write(theirs), mine: write(mine) };
  });
  return { form, clashes };
}

function isSame(name: keyof ShowForm, one: ShowForm, other: ShowForm): boolean {
  if (name !== 'prices') return one[name] === other[name];
  return JSON.stringify(pricesOf(one.prices)) === JSON.stringify(pricesOf(other.prices));
}

function writtenField(name: keyof ShowForm, form: ShowForm, nameOf: CategoryName): string {
  return name === 'giveBackHours' ? giveBackWords(form.giveBackHours) : written(form[name], nameOf);
}

function written(value: ShowForm[keyof ShowForm], nameOf: CategoryName): string {
  if (typeof value === 'object' && value !== null) return priceWords(pricesOf(value), nameOf);
  if (typeof value === 'boolean') return ruleWords(value);
  return value === null || value === '' ? 'nothing' : `${value}`.replace(/^(\d{4}-\d\d-\d\d)T/, '$1 ');
}
