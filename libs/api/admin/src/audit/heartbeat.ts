/** How often a running audit says that it lives, in milliseconds: well within the silence after which it is given up. */
const EVERY_MS = 5_000;

/** Says that a long piece of work goes on, from inside it; often asked, it tells only now and then. */
export class Heartbeat {
  private toldAt = performance.now();

  /** @param tell throws when the work is to end, since another has taken its place */
  constructor(private readonly tell: () => Promise<void>) {}

  /** Tells when it was silent for five seconds. */
  async beat(): Promise<void> {
    if (performance.now() - this.toldAt < EVERY_MS) return;
    this.toldAt = performance.now();
    await this.tell();
  }

  /** The rows as they come, with a beat after each. */
  async *along<Row>(rows: AsyncIterable<Row>): AsyncIterable<Row> {
    for await (const row of rows) {
      yield row;
      await this.beat();
    }
  }
}
