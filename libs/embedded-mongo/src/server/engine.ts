import { Catalog } from '../catalog/catalog';
import { CursorRegistry } from '../cursor/cursor-registry';
import type { Store } from '../storage/store';

/** The parts that the commands work with. */
export class Engine {
  readonly catalog: Catalog;
  readonly cursors = new CursorRegistry();
  readonly startedAt = Date.now();

  constructor(readonly store: Store) {
    this.catalog = new Catalog(store);
  }

  /** Brings memory in line with the file after SQLite has rolled a transaction back. */
  recover(): void {
    this.store.rollback();
    for (const collection of this.catalog.collections) collection.dropped = true;
    this.catalog.load();
    this.cursors.clear();
  }
}
