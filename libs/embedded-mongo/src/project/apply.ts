import { type Doc, isDoc } from '../values';
import type { Branch, Leaf } from './tree';

/** Whether a field that a projection does not name stays. */
export type Others = 'kept' | 'dropped';

/** What a projection is applied to: the whole document, and the index of the array item by which it matched. */
export type Subject = { readonly root: Doc; readonly matchedIndex: number | undefined };

/** The document that a projection makes: first what stays is chosen, then the computed fields are set. */
export function applyProjection(branch: Branch, others: Others, subject: Subject): Doc {
  const chosen = choose(subject.root, branch, { ...subject, others });
  return branch.computes ? compute(chosen, branch, subject.root) : chosen;
}

type Choice = Subject & { readonly others: Others };

function choose(doc: Doc, branch: Branch, choice: Choice): Doc {
  const result: Doc = {};
  for (const key in doc) {
    const child = branch.children.get(key);
    const value = child === undefined ? unnamed(doc[key], choice.others) : chooseChild(doc[key], child, choice);
    if (value !== undefined) result[key] = value;
  }
  return result;
}

const unnamed = (value: unknown, others: Others): unknown => (others === 'kept' ? value : undefined);

function chooseChild(value: unknown, child: Leaf | Branch, choice: Choice): unknown {
  switch (child.kind) {
    case 'keep':
      return value;
    case 'drop':
      return undefined;
    case 'shape':
      return child.shape(value, choice.root, choice.matchedIndex);
    case 'compute':
      return unnamed(value, choice.others);
    case 'branch':
      return chooseWithin(value, child, choice);
  }
}

/** Arrays are entered, arrays within them too. */
function chooseWithin(value: unknown, branch: Branch, choice: Choice): unknown {
  if (isDoc(value)) return choose(value, branch, choice);
  if (!Array.isArray(value)) return unnamed(value, choice.others);
  const items: unknown[] = [];
  for (const item of value as readonly unknown[]) {
    const chosen = chooseWithin(item, branch, choice);
    // An item that is left out keeps its place where computed fields will make a document of it.
    if (chosen !== undefined || branch.computes) items.push(chosen);
  }
  return items;
}

function compute(doc: Doc, branch: Branch, root: Doc): Doc {
  const result: Doc = { ...doc };
  for (const [key, child] of branch.children) {
    if (child.kind === 'compute') setOrRemove(result, key, child.evaluate(root));
    else if (child.kind === 'branch' && child.computes) result[key] = computeWithin(result[key], child, root);
  }
  return result;
}

function setOrRemove(doc: Doc, key: string, value: unknown): void {
  if (value === undefined) delete doc[key];
  else doc[key] = value;
}

/** A value that can have no fields gives way to a document with the computed ones. */
function computeWithin(value: unknown, branch: Branch, root: Doc): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => computeWithin(item, branch, root));
  return compute(isDoc(value) ? value : {}, branch, root);
}
