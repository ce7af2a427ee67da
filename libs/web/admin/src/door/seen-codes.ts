/** For how long a code that is still in view is the same scan, in milliseconds. */
const SAME_MS = 2_000;

/** A camera sees a code in picture after picture: only the first of them is a scan. */
export class SeenCodes {
  private readonly last = new Map<string, number>();

  /** @param now milliseconds. False while the code was seen less than two seconds before */
  isNew(code: string, now: number): boolean {
    const before = this.last.get(code);
    this.last.set(code, now);
    return before === undefined || now - before >= SAME_MS;
  }
}
