import { Problem } from '@modex/web-api-client';
import { counted } from '@modex/web-ui';

/** What `limit-reached` means for this customer, with the numbers; undefined where the answer had none. */
export function limitWords({ limit, bought = 0 }: Pick<Problem, 'limit' | 'bought'>): string | undefined {
  if (limit === undefined) return undefined;
  return bought === 0 ? ruleWords(limit) : `${ruleWords(limit)} ${leftWords(bought, limit - bought)}`;
}

function ruleWords(limit: number): string {
  return counted(
    limit,
    $localize`{n, plural, =1 {One customer may have 1 seat of this show.} other {One customer may have ${limit}:limit: seats of this show.}}`,
  );
}

function leftWords(bought: number, left: number): string {
  const has = counted(
    bought,
    $localize`{n, plural, =1 {You have 1 already.} other {You have ${bought}:bought: already.}}`,
  );
  if (left <= 0) return `${has} ${$localize`To choose others, give back some of those first.`}`;
  return `${has} ${counted(left, $localize`{n, plural, =1 {You can choose 1 more.} other {You can choose ${left}:left: more.}}`)}`;
}
