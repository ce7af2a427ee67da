/** A line at most this often, in milliseconds. */
const PAUSE_MS = 15_000;

/** Says on stderr how far a long race is; nothing while it is a short one. */
export class Progress {
  private readonly what: string;
  private readonly total: number;
  private readonly began = performance.now();
  private saidAt = performance.now();
  private done = 0;

  /**
   * @param what the race and what is counted: `kills, scenes`
   * @param total how many of them there will be
   */
  constructor(what: string, total: number) {
    this.what = what;
    this.total = total;
  }

  /** Some more are done. */
  add(count = 1): void {
    this.done += count;
    const now = performance.now();
    if (now - this.saidAt < PAUSE_MS) return;
    this.saidAt = now;
    const seconds = Math.round((now - this.began) / 1_000);
    process.stderr.write(`${this.what}: ${this.done} of ${this.total} after ${seconds} s\n`);
  }
}
