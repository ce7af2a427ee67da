/** How often a line is written where none can be overwritten, in milliseconds. */
const LINE_EVERY_MS = 5_000;

/** Tells on stderr how far a run is: on a terminal in one line that changes, elsewhere by a line now and then. */
export class Progress {
  private toldAt = -Infinity;

  /** @param doing what stands before each message */
  say(doing: string, message: string): void {
    const { stderr } = process;
    if (stderr.isTTY) stderr.write(`\r\x1b[K${doing}: ${message}`);
    else if (performance.now() - this.toldAt > LINE_EVERY_MS) {
      this.toldAt = performance.now();
      stderr.write(`${doing}: ${message}\n`);
    }
  }

  /** Makes room for what is printed. */
  clear(): void {
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  }
}
