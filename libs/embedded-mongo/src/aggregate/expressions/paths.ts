import { fault, locationFault } from '../../errors';
import { type Doc, isDoc, storedName } from '../../values';
import { constantNode, type Frame, type Node, type Scope } from './scope';

const EMPTY_PATH = 16872;
const EMPTY_NAME = 15998;
const TRAILING_DOT = 40353;
const DOLLAR_NAME = 16410;
const UNDEFINED_VARIABLE = 17276;

/** A string that starts with `$`: a field of the document, or a variable and a path within it. */
export function compilePath(text: string, scope: Scope): Node {
  if (text.startsWith('$$')) return compileVariable(text.slice(2), scope);
  const keys = pathKeys(text.slice(1));
  const [only] = keys;
  if (keys.length === 1 && only !== undefined) return { constant: false, evaluate: (frame) => frame.root[only] };
  return { constant: false, evaluate: (frame) => valueAt(frame.root, keys, 0) };
}

function compileVariable(text: string, scope: Scope): Node {
  const [name = '', ...rest] = text.split('.');
  if (name === '') throw fault('FailedToParse', 'empty variable names are not allowed');
  const variable = variableNode(name, scope);
  if (rest.length === 0) return variable;
  const keys = pathKeys(rest.join('.'));
  return { constant: variable.constant, evaluate: (frame) => within(variable.evaluate(frame), keys, 0) };
}

function variableNode(name: string, scope: Scope): Node {
  if (name === 'ROOT' || name === 'CURRENT') return { constant: false, evaluate: (frame) => frame.root };
  if (name === 'NOW') return constantNode(scope.context.now);
  if (name === 'REMOVE') return constantNode(undefined);
  if (scope.names.has(name)) return { constant: false, evaluate: (frame) => lookUp(frame, name) };
  const { vars } = scope.context;
  if (vars !== undefined && Object.hasOwn(vars, storedName(name))) return constantNode(vars[storedName(name)]);
  throw locationFault(UNDEFINED_VARIABLE, `Use of undefined variable: ${name}`);
}

function lookUp(frame: Frame, name: string): unknown {
  let binding = frame.bindings;
  while (binding !== undefined && binding.name !== name) binding = binding.outer;
  return binding?.value;
}

/** The keys of a dotted path in an expression. Throws as MongoDB does for empty names and names with a dollar. */
export function pathKeys(path: string): readonly string[] {
  if (path === '') throw locationFault(EMPTY_PATH, "'$' by itself is not a valid FieldPath");
  if (path.endsWith('.')) throw locationFault(TRAILING_DOT, "FieldPath must not end with a '.'.");
  return path.split('.').map((name) => {
    if (name === '') throw locationFault(EMPTY_NAME, 'FieldPath field names may not be empty strings.');
    if (name.startsWith('$')) throw locationFault(DOLLAR_NAME, "FieldPath field names may not start with '$'.");
    return storedName(name);
  });
}

/** The value at a path; on the way an array becomes the list of what its documents have there. */
export function valueAt(doc: Doc, keys: readonly string[], from: number): unknown {
  return within(doc[keys[from] as string], keys, from + 1);
}

function within(value: unknown, keys: readonly string[], from: number): unknown {
  if (from === keys.length) return value;
  if (isDoc(value)) return valueAt(value, keys, from);
  if (!Array.isArray(value)) return undefined;
  const found: unknown[] = [];
  for (const item of value as readonly unknown[]) {
    const nested = isDoc(item) ? valueAt(item, keys, from) : undefined;
    if (nested !== undefined) found.push(nested);
  }
  return found;
}
