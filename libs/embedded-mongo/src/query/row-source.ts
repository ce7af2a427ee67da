import type { Collection } from '../catalog/collection';
import { MongoServerFault } from '../errors';
import type { IndexScan, Plan } from '../plan/planner';
import type { ScanPosition } from '../storage/index-table';
import type { StoredRecord } from '../storage/record-table';

/**
 * Documents in steps. Between two steps other commands may run and change the collection, so a step's documents have
 * to be used before the next pause; a document that is moved within an index during a scan may be met again or missed,
 * as in MongoDB.
 */
export interface RowSource {
  /** The next documents; undefined at the end. A step may be empty. */
  next(): readonly StoredRecord[] | undefined;
}

const LARGEST_STEP = 256;
const SMALLEST_STEP = 8;
const STEP_BYTES = 1 << 20;
const STEP_MS = 4;

/** How many documents the next step reads: more and more, as long as they are small and quickly dealt with. */
class StepSize {
  private readAt = 0;

  constructor(public limit: number) {}

  /** Called before a step is read: the time since the last one is what its documents cost. */
  pace(): void {
    const isSlow = this.readAt > 0 && performance.now() - this.readAt > STEP_MS;
    if (isSlow) this.limit = Math.min(this.limit, Math.max(SMALLEST_STEP, this.limit >> 2));
  }

  adapt(rows: readonly StoredRecord[]): void {
    this.readAt = performance.now();
    const bytes = rows.reduce((sum, row) => sum + row.bytes.length, 0);
    if (bytes > STEP_BYTES) this.limit = Math.max(1, this.limit >> 2);
    else if (bytes < STEP_BYTES / 2) this.limit = Math.min(LARGEST_STEP, this.limit * 2);
  }
}

/** Opens the source of a plan. `firstStep`: how many documents are likely to be enough. */
export function openRows(collection: Collection, plan: Plan, firstStep: number): RowSource {
  const step = new StepSize(Math.min(LARGEST_STEP, Math.max(1, firstStep)));
  if (plan.kind === 'collection') return new CollectionRows(collection, plan.reverse, step);
  return plan.isIdLookup ? new IdRow(collection, plan) : new IndexRows(collection, plan, step);
}

class CollectionRows implements RowSource {
  private position: number;

  constructor(
    private readonly collection: Collection,
    private readonly reverse: boolean,
    private readonly step: StepSize,
  ) {
    this.position = reverse ? Number.MAX_SAFE_INTEGER : 0;
  }

  next(): readonly StoredRecord[] | undefined {
    checkNotDropped(this.collection);
    this.step.pace();
    const rows = this.collection.records.next(this.position, this.step.limit, this.reverse);
    const last = rows.at(-1);
    if (!last) return undefined;
    this.position = last.recordId;
    this.step.adapt(rows);
    return rows;
  }
}

/** The commonest query of all: one document by its `_id`. */
class IdRow implements RowSource {
  private isRead = false;

  constructor(
    private readonly collection: Collection,
    private readonly scan: IndexScan,
  ) {}

  next(): readonly StoredRecord[] | undefined {
    const range = this.scan.ranges[0];
    if (this.isRead || !range) return undefined;
    this.isRead = true;
    const recordId = this.scan.index.table.owner(range.from);
    const bytes = recordId === undefined ? undefined : this.collection.records.get(recordId);
    return recordId === undefined || bytes === undefined ? undefined : [{ recordId, bytes }];
  }
}

class IndexRows implements RowSource {
  private readonly ranges: readonly IndexScan['ranges'][number][];
  private at = 0;
  private after: ScanPosition | undefined;
  /** A document stands in an index of arrays several times, and is to be found once. */
  private readonly seen: Set<number> | undefined;

  constructor(
    private readonly collection: Collection,
    private readonly scan: IndexScan,
    private readonly step: StepSize,
  ) {
    this.ranges = scan.reverse ? [...scan.ranges].reverse() : scan.ranges;
    this.seen = scan.index.isMultikey ? new Set() : undefined;
  }

  next(): readonly StoredRecord[] | undefined {
    const { reverse, index } = this.scan;
    checkNotDropped(this.collection);
    if (!this.collection.indexes.includes(index)) throw planKilled(`index '${index.name}' dropped`);
    this.step.pace();
    for (let range = this.ranges[this.at]; range; range = this.ranges[this.at]) {
      const { limit } = this.step;
      const rows = index.table.next(range, { limit, reverse, ...(this.after && { after: this.after }) });
      this.after = rows.length === limit ? rows.at(-1) : undefined;
      if (!this.after) this.at++;
      if (rows.length === 0) continue;
      this.step.adapt(rows);
      return this.seen ? rows.filter(({ recordId }) => this.isNew(recordId)) : rows;
    }
    return undefined;
  }

  private isNew(recordId: number): boolean {
    const size = this.seen?.size;
    return this.seen?.add(recordId).size !== size;
  }
}

function checkNotDropped({ dropped, namespace }: Collection): void {
  if (dropped) throw planKilled(`collection dropped: ${namespace}`);
}

const planKilled = (reason: string): MongoServerFault => new MongoServerFault(175, 'QueryPlanKilled', reason);
