/** Where a device keeps values by name; what it keeps outlives a reload. */
export interface Shelf {
  recall(name: string): unknown;
  /** Undefined removes the value. */
  keep(name: string, value: unknown): void;
  namesOf(beginning: string): readonly string[];
}

/** Records of one kind, each kept on its own, so that two tabs do not overwrite each other's. */
export class KeptRecords<T> {
  /** Where the device keeps nothing, this page still does. */
  private readonly unkept = new Map<string, T>();

  /** @param isOne tells whether a value has the form of a record: another version of the site may have written it */
  constructor(
    private readonly shelf: Shelf,
    private readonly beginning: string,
    private readonly isOne: (value: unknown) => value is T,
  ) {}

  all(): readonly T[] {
    const kept = this.shelf.namesOf(this.beginning).map((name) => this.shelf.recall(name));
    return [...kept.filter(this.isOne), ...this.unkept.values()];
  }

  put(id: string, record: T): void {
    this.shelf.keep(this.beginning + id, record);
    if (this.shelf.recall(this.beginning + id) === undefined) this.unkept.set(id, record);
  }

  remove(id: string): void {
    this.shelf.keep(this.beginning + id, undefined);
    this.unkept.delete(id);
  }
}
