/** Work that a process does one after the other for each key, in the order in which it was asked for. */
export class Turns {
  private readonly latest = new Map<string, Promise<unknown>>();

  /** Does the work after all that was asked for with this key before. @returns or throws what the work does */
  async after<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.latest.get(key);
    const own = before === undefined ? work() : before.then(work, work);
    this.latest.set(key, own);
    try {
      return await own;
    } finally {
      if (this.latest.get(key) === own) this.latest.delete(key);
    }
  }

  /** How many keys have work under way. */
  get size(): number {
    return this.latest.size;
  }
}
