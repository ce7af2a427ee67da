import { SchemaPathTree, TreeValidationResult, validateTree, ValidationError } from '@angular/forms/signals';
import { LIMITS, minorDigits, MOST_MONEY, moneyText, PriceProblem, priceProblems } from '@modex/domain';
import { LOCALE, Refusal } from '@modex/web-ui';
import { ownPrices, PricesDraft, pricesOf, TypedTicketType } from './prices-draft';
import { typeAmount } from './typed-amount';

const OWN_PRICE = /^(ticketTypes\.(\d+)\.prices)\.(\d+)/;

type FieldOfError = ValidationError.WithFieldTree['fieldTree'];

/** What prices must fulfil before they are sent: the rules of the domain, told at the fields in words for whoever types. */
export function priceRules(path: SchemaPathTree<PricesDraft>): void {
  validateTree(path, ({ value, fieldTree }): TreeValidationResult =>
    problemsOf(value()).map(({ field, message }): ValidationError.WithFieldTree => {
      return { kind: 'price', message, fieldTree: treeAt(fieldTree, field) };
    }),
  );
}

/** All that is wrong with typed prices, with the paths of their fields. */
export function problemsOf(draft: PricesDraft): readonly PriceProblem[] {
  const prices = pricesOf(draft);
  if (prices === null) return [];
  const categories = draft.categories.map(({ category }) => ({ key: category, name: category }));
  const told = priceProblems(prices, categories).map(({ field, message }) => {
    return { field: typedPath(field, draft), message: wordsOf(field, draft) ?? message };
  });
  return [...told, ...nameProblems(draft)];
}

/** A refusal of the API with the path that its field has in a form with `prices`. */
export function typedRefusal({ field, message }: Refusal, draft: PricesDraft): Refusal {
  if (!field.startsWith('prices.')) return { field, message };
  return { field: `prices.${typedPath(field.slice('prices.'.length), draft)}`, message };
}

/** Own prices that are left empty are not sent, and keys are not typed. */
function typedPath(field: string, { ticketTypes }: PricesDraft): string {
  const [, list = '', type = '', price = ''] = OWN_PRICE.exec(field) ?? [];
  const typed = ticketTypes[Number(type)];
  if (list === '' || !typed) return field.replace(/\.(key|category)$/, (_, part) => (part === 'key' ? '.name' : ''));
  return `${list}.${placeOf(typed, Number(price))}.amount`;
}

function placeOf(type: TypedTicketType, sent: number): number {
  const own = ownPrices(type)[sent];
  return own ? type.prices.indexOf(own) : 0;
}

/** How an amount or a percentage is typed; undefined for other problems. */
function wordsOf(field: string, draft: PricesDraft): string | undefined {
  const [, fee, part] = /^(?:fees\.(\d+)|.*)\.(amount|value|percent)$/.exec(field) ?? [];
  if (part === undefined) return undefined;
  const isPercent = part === 'percent' || draft.fees[Number(fee)]?.kind === 'percent';
  if (isPercent) return $localize`A percentage from 0 to 100, with two digits behind the point at most.`;
  const { currency } = draft;
  const example = typeAmount(1_250, minorDigits(currency) ?? 2);
  const most = moneyText({ amount: MOST_MONEY, currency }, LOCALE);
  return $localize`An amount such as ${example}:example:, up to ${most}:most:.`;
}

function nameProblems({ ticketTypes, fees, tax }: PricesDraft): readonly PriceProblem[] {
  return [
    ...ticketTypes.flatMap(({ name }, at) => nameProblem(name, `ticketTypes.${at}.name`)),
    ...fees.flatMap(({ name }, at) => nameProblem(name, `fees.${at}.name`)),
    ...(tax.isCharged ? nameProblem(tax.name, 'tax.name') : []),
  ];
}

function nameProblem(name: string, field: string): readonly PriceProblem[] {
  if (name.trim() === '') return [{ field, message: $localize`Give it a name.` }];
  if ([...name.trim()].length <= LIMITS.label) return [];
  return [{ field, message: $localize`At most ${LIMITS.label}:most: characters.` }];
}

/** The field at a path; the prices themselves where the form has none there. */
function treeAt(tree: FieldOfError, path: string): FieldOfError {
  let at: unknown = tree;
  for (const part of path.split('.')) at = (at as Readonly<Record<string, unknown>> | undefined)?.[part];
  return (at ?? tree) as FieldOfError;
}
