import { fault } from '../errors';
import { bsonType, type Doc, identicalValues, isDoc } from '../values';
import { type UpdatePath, type UpdateSegment, without } from './paths';

/** What a change makes of a value: `undefined` in stands for a missing field, `REMOVED` out for its removal. */
export type Change = (old: unknown) => unknown;

export const REMOVED: unique symbol = Symbol('removed');

const MAX_BACKFILL = 1_500_000;

/** What a change does where its path does not exist: make it, leave it, or leave even what could not be made. */
export type Absent = 'create' | 'leave' | 'ignore';

/**
 * The container with a change applied at a path; the same reference when nothing changes.
 *
 * Throws PathNotViable (28) when the path goes through a value that can have no such field, unless that is ignored.
 */
export class Writer {
  constructor(
    private readonly path: UpdatePath,
    private readonly change: Change,
    private readonly absent: Absent,
  ) {}

  apply(doc: Doc): Doc {
    return this.inDoc(doc, 0);
  }

  private inDoc(doc: Doc, at: number): Doc {
    const { key } = this.segment(at);
    const old = doc[key];
    const changed = this.changed(old, at);
    if (changed === REMOVED) return old === undefined ? doc : without(doc, key);
    if (changed === undefined || isSame(old, changed)) return doc;
    return { ...doc, [key]: changed };
  }

  private inArray(items: readonly unknown[], at: number): readonly unknown[] {
    const { index } = this.segment(at);
    if (index < 0) return this.blocked(items, at);
    if (index >= items.length && this.absent !== 'create') return items;
    if (index > items.length + MAX_BACKFILL) {
      throw fault('CannotBackfillArray', `can't backfill more than ${MAX_BACKFILL} elements`);
    }
    const changed = this.changed(items[index], at);
    // Removing an item leaves null, so that the others keep their places.
    const value = changed === REMOVED ? null : changed;
    if (value === undefined || isSame(items[index], value)) return items;
    const copy = [...items];
    while (copy.length < index) copy.push(null);
    copy[index] = value;
    return copy;
  }

  /** What becomes of the value that a segment names: `undefined` for nothing. */
  private changed(old: unknown, at: number): unknown {
    if (at === this.path.length - 1) return this.change(old);
    if (isDoc(old)) return this.inDoc(old, at + 1);
    if (Array.isArray(old)) return this.inArray(old, at + 1);
    if (old !== undefined) return this.blocked(old, at + 1);
    if (this.absent !== 'create') return undefined;
    const made = this.inDoc({}, at + 1);
    return Object.keys(made).length === 0 ? undefined : made;
  }

  private blocked<Value>(value: Value, at: number): Value {
    if (this.absent === 'ignore') return value;
    const parent = this.path[at - 1]?.name ?? '';
    throw fault(
      'PathNotViable',
      `Cannot create field '${this.segment(at).name}' in element {${parent}: ${bsonType(value)}}`,
    );
  }

  private segment(at: number): UpdateSegment {
    return this.path[at] as UpdateSegment;
  }
}

const isSame = (a: unknown, b: unknown): boolean => a === b || identicalValues(a, b);
