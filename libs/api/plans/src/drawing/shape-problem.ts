import { PlanProblem } from '@modex/domain';
import { ErrorObject } from 'ajv/dist/2020';

const TYPE_WORDS: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  null: 'null',
  number: 'a number',
  object: 'an object',
  string: 'a text',
};
/** Longest part of a value that is told. */
const TOLD = 40;

/**
 * What is wrong with the shape of a plan, as its schema found it, in a sentence that names the field and where it is.
 * @param root what was checked
 */
export function shapeProblem(error: ErrorObject, root: unknown): PlanProblem {
  const { keyword, instancePath } = error;
  const extra = keyword === 'additionalProperties' ? `/${escaped(String(error.params['additionalProperty']))}` : '';
  const at = instancePath + extra;
  const where = whereOf(root, at);
  const message = `${sentence(error, root)}${where === '' ? '' : ` (${where})`}.`;
  return { code: 'wrong-shape', severity: 'error', message, at };
}

/** @param name the field that it is about */
function sentence({ keyword, params, instancePath, message }: ErrorObject, root: unknown): string {
  const value = valueAt(root, instancePath);
  const name = instancePath === '' ? 'The plan' : lastOf(instancePath);
  switch (keyword) {
    case 'required':
      return `${instancePath === '' ? 'The plan' : 'It'} has no \`${params['missingProperty']}\``;
    case 'additionalProperties':
      return `\`${params['additionalProperty']}\` is no field that the plan knows here`;
    case 'type':
      return `${name} must be ${typeWords(params['type'])}, it is ${valueWords(value)}`;
    case 'discriminator':
      return `${name} has no \`kind\` that is known`;
    default:
      return `${name} ${message ?? 'is not what it must be'}, it is ${valueWords(value)}`;
  }
}

function typeWords(type: unknown): string {
  return [type]
    .flat()
    .map((one) => TYPE_WORDS[String(one)] ?? String(one))
    .join(' or ');
}

function valueWords(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value) ?? 'nothing';
  const short = text.length > TOLD ? `${text.slice(0, TOLD)}…` : text;
  return typeof value === 'string' ? `the text ${short}` : short;
}

/** The names on the way to the place of a pointer, as far as there are any: "Hall, B, 3". */
function whereOf(root: unknown, pointer: string): string {
  const names: string[] = [];
  let value: unknown = root;
  for (const key of pointer.split('/').slice(1)) {
    value = step(value, key);
    const name = nameOf(value);
    if (name !== undefined) names.push(name);
  }
  return names.join(', ');
}

function nameOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = value as Readonly<Record<string, unknown>>;
  const name = ['name', 'label', 'row_label', 'row_number', 'seat_number']
    .map((field) => fields[field])
    .find((found) => typeof found === 'string' && found !== '');
  return typeof name === 'string' ? name.slice(0, TOLD) : undefined;
}

function valueAt(root: unknown, pointer: string): unknown {
  return pointer.split('/').slice(1).reduce(step, root);
}

function step(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const name = key.replaceAll('~1', '/').replaceAll('~0', '~');
  return Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function lastOf(pointer: string): string {
  return (pointer.split('/').at(-1) ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
}

/** A name as a part of a JSON pointer (RFC 6901). */
export function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
