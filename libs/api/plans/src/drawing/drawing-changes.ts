import { DomainError, PlanDrawing } from '@modex/domain';

/** One change of a drawing, as RFC 6902 (JSON Patch) has it. */
export interface DrawingChange {
  readonly op: 'add' | 'remove' | 'replace';
  /** A JSON pointer into the drawing; `-` is the end of a list, and `length` of a list may be replaced by a smaller one. */
  readonly path: string;
  readonly value?: unknown;
}

type Holder = Record<string, unknown> | unknown[];

/** Names by which an object of JavaScript reaches what it shares with others. */
const SHARED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Carries out the changes one after another, on the drawing itself: it must be the caller's own. What comes out may have any
 * shape, and is checked afterwards.
 * @throws DomainError `validation-failed` naming the first change that does not fit the drawing
 */
export function applyChanges(drawing: PlanDrawing, changes: readonly DrawingChange[]): unknown {
  changes.forEach((change, at) => {
    const fault = faultOf(drawing, change);
    if (fault !== undefined) throw misfit(at, fault);
  });
  return drawing;
}

/** Carries out one change. @returns why it cannot be; undefined: it was */
function faultOf(root: PlanDrawing, { op, path, value }: DrawingChange): string | undefined {
  if (!path.startsWith('/')) return 'begins with a slash and names something within the drawing';
  const keys = path.slice(1).split('/').map(plain);
  if (keys.some((key) => SHARED.has(key))) return 'names nothing of a drawing';
  let holder: unknown = root;
  for (const key of keys.slice(0, -1)) holder = isHolder(holder) ? own(holder, key) : undefined;
  if (!isHolder(holder)) return 'names nothing that the drawing has';
  const key = keys.at(-1) as string;
  if (op !== 'remove' && value === undefined) return 'needs a value';
  return Array.isArray(holder) ? changeList(holder, op, key, value) : changeObject(holder, op, key, value);
}

function changeObject(
  holder: Record<string, unknown>,
  op: DrawingChange['op'],
  key: string,
  value: unknown,
): string | undefined {
  if (op !== 'add' && !Object.hasOwn(holder, key)) return 'names nothing that the drawing has';
  if (op === 'remove') delete holder[key];
  else holder[key] = value;
  return undefined;
}

function changeList(list: unknown[], op: DrawingChange['op'], key: string, value: unknown): string | undefined {
  if (key === 'length' && op === 'replace') return shorten(list, value);
  const last = op === 'add' ? list.length : list.length - 1;
  const at = key === '-' ? list.length : /^(?:0|[1-9]\d{0,8})$/.test(key) ? Number(key) : NaN;
  if (!(at <= last)) return `names no entry of a list of ${list.length}`;
  if (op === 'replace') list[at] = value;
  else if (op === 'add') list.splice(at, 0, value);
  else list.splice(at, 1);
  return undefined;
}

function shorten(list: unknown[], length: unknown): string | undefined {
  if (!Number.isInteger(length) || (length as number) < 0 || (length as number) > list.length) {
    return `makes a list of ${list.length} longer, or of no length`;
  }
  list.length = length as number;
  return undefined;
}

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null;
}

function own(holder: Holder, key: string): unknown {
  return Object.hasOwn(holder, key) ? (holder as Record<string, unknown>)[key] : undefined;
}

function plain(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}

function misfit(at: number, fault: string): DomainError {
  const field = `changes.${at}.path`;
  return new DomainError('validation-failed', `${field} ${fault}; nothing was changed.`, {
    fields: [{ field, message: fault }],
  });
}
