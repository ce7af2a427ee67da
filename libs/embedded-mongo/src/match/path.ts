import { type Doc, isArrayIndex, isDoc, storedName } from '../values';

/** One name of a dotted path: the key it has in a document, and the place it means in an array (-1 for none). */
export type Segment = { readonly name: string; readonly key: string; readonly index: number };

export type Path = readonly Segment[];

/** Where in an array a condition was met: the index in the outermost array, -1 when no array was passed. */
export type Hit = { index: number };

/**
 * A condition on one value; `undefined` stands for a field that is not there. With `leaf: 'expand'` an array at the
 * path's end is met by one of its items or as a whole, with `'whole'` only as a whole.
 */
export type ElementTest = {
  readonly leaf: 'expand' | 'whole';
  readonly accepts: (value: unknown, hit: Hit) => boolean;
};

/** A dotted path, cut into its names. */
export function parsePath(path: string): Path {
  return path
    .split('.')
    .map((name) => ({ name, key: storedName(name), index: isArrayIndex(name) ? Number(name) : -1 }));
}

/**
 * Whether any value at a path meets a test. Arrays on the way are entered: each document in them is followed, and a
 * name that is a number is also the place of an item.
 */
export function anyAtPath(doc: Doc, path: Path, test: ElementTest, hit: Hit): boolean {
  const only = path[0] as Segment;
  if (path.length > 1) return new Walk(path, test, hit).inDoc(doc, 0);
  const value = doc[only.key];
  return Array.isArray(value) ? new Walk(path, test, hit).inArray(value, 1) : test.accepts(value, hit);
}

class Walk {
  constructor(
    private readonly path: Path,
    private readonly test: ElementTest,
    private readonly hit: Hit,
  ) {}

  inDoc(doc: Doc, from: number): boolean {
    let value: unknown = doc;
    for (let at = from; at < this.path.length; at++) {
      if (!isDoc(value)) return this.test.accepts(undefined, this.hit);
      value = value[(this.path[at] as Segment).key];
      if (Array.isArray(value)) return this.inArray(value, at + 1);
    }
    return this.test.accepts(value, this.hit);
  }

  /** `next` is the segment that follows the array. */
  inArray(items: readonly unknown[], next: number): boolean {
    if (next === this.path.length) return this.atLeaf(items);
    const { index } = this.path[next] as Segment;
    for (let i = 0; i < items.length; i++) {
      const item = items[i];
      if ((isDoc(item) && this.inDoc(item, next)) || (i === index && this.inItem(item, next + 1))) return this.found(i);
    }
    return false;
  }

  private atLeaf(items: readonly unknown[]): boolean {
    if (this.test.leaf === 'expand') {
      for (let i = 0; i < items.length; i++) if (this.test.accepts(items[i], this.hit)) return this.found(i);
    }
    return this.test.accepts(items, this.hit);
  }

  /** An item that the path names by its index; where the path ends here, an array is taken as a whole. */
  private inItem(item: unknown, next: number): boolean {
    if (next === this.path.length) return this.test.accepts(item, this.hit);
    if (Array.isArray(item)) return this.inArray(item, next);
    return isDoc(item) && this.inDoc(item, next);
  }

  /** The outermost array is the last one to tell its index. */
  private found(index: number): true {
    this.hit.index = index;
    return true;
  }
}
