import type { CollectionIndex } from '../catalog/collection-index';
import type { FieldBounds } from './field-bounds';

/** One field of a sort. */
export interface SortKey {
  readonly path: string;
  readonly direction: 1 | -1;
}

/**
 * Whether reading an index forward or backward gives the sort; undefined when neither does. A field that is equal to
 * one value has no order of its own and may stand anywhere.
 */
export function indexOrder(
  index: CollectionIndex,
  bounds: readonly FieldBounds[],
  sort: readonly SortKey[],
): 'forward' | 'backward' | undefined {
  if (index.isMultikey) return undefined;
  const isConstant = (i: number) => {
    const bound = bounds[i];
    return bound?.kind === 'points' && bound.values.length === 1;
  };
  const { fields } = index.spec;
  const constants = new Set(fields.filter((_, i) => isConstant(i)).map((field) => field.path));
  const wanted = sort.filter(({ path }) => !constants.has(path));
  const ordered = fields.filter((_, i) => !isConstant(i));
  const same = wanted.map(({ path, direction }, i) =>
    ordered[i]?.path === path ? ordered[i]?.direction === direction : undefined,
  );
  if (same.every((it) => it === true)) return 'forward';
  if (same.every((it) => it === false)) return 'backward';
  return undefined;
}
