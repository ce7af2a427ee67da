import { fault } from '../errors';
import type { DocumentStream } from './document-stream';

/** A query that a client has not read to its end. */
export interface OpenCursor {
  readonly id: bigint;
  readonly namespace: string;
  readonly stream: DocumentStream;
  /** When the client last asked, in milliseconds. */
  lastUsed: number;
  /** A getMore is running on it. */
  isBusy: boolean;
}

/** A cursor nobody reads is closed after ten minutes, as in MongoDB. */
export const CURSOR_TIMEOUT_MS = 600_000;

/** The cursors that clients hold open. */
export class CursorRegistry {
  private readonly open = new Map<bigint, OpenCursor>();
  private lastId = BigInt(Date.now()) << 16n;

  get size(): number {
    return this.open.size;
  }

  /** Keeps a query for getMore; the answer is its id. */
  add(namespace: string, stream: DocumentStream): bigint {
    const id = ++this.lastId;
    this.open.set(id, { id, namespace, stream, lastUsed: Date.now(), isBusy: false });
    return id;
  }

  /** @throws MongoServerFault 43 when the cursor is not known (any more), 13 for another collection's */
  get(id: bigint, namespace: string): OpenCursor {
    const cursor = this.open.get(id);
    if (!cursor) throw fault('CursorNotFound', `cursor id ${id} not found`);
    if (cursor.namespace === namespace) return cursor;
    const message = `Requested getMore on namespace '${namespace}', but cursor belongs to '${cursor.namespace}'`;
    throw fault('CursorNotFound', message);
  }

  /** Closes a cursor; false when there was none. */
  remove(id: bigint): boolean {
    return this.open.delete(id);
  }

  removeIdle(now: number): void {
    for (const { id, lastUsed, isBusy } of this.open.values()) {
      if (!isBusy && now - lastUsed > CURSOR_TIMEOUT_MS) this.open.delete(id);
    }
  }

  clear(): void {
    this.open.clear();
  }
}
