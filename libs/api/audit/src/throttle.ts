import { setTimeout as rest } from 'node:timers/promises';

/** How often a running audit says that it lives, in milliseconds: well within the silence after which it is given up. */
const TELL_MS = 5_000;
/** The audit works for so long, in milliseconds, and then rests for so many times as long as that took. */
const WORK_MS = 10;
const RESTS = 3;
/** A database that is late must not make the audit of a show last for ever. */
const LONGEST_REST_MS = 100;

/**
 * The throttle of a long piece of work in the background: three quarters of the time the database and the process belong to
 * the buyers, and less of it where the database answers late. Says now and then that it goes on.
 */
export class Throttle {
  private toldAt = performance.now();
  private workedFrom = performance.now();

  /** @param tell throws when the work is to end, since another has taken its place */
  constructor(private readonly tell: () => Promise<void>) {}

  /** Is called after each small step of the work; rests when it is time to. */
  async step(): Promise<void> {
    const worked = performance.now() - this.workedFrom;
    if (worked < WORK_MS) return;
    await rest(Math.min(worked * RESTS, LONGEST_REST_MS));
    if (performance.now() - this.toldAt >= TELL_MS) {
      this.toldAt = performance.now();
      await this.tell();
    }
    this.workedFrom = performance.now();
  }

  /** The rows as they come, each of them a step. */
  async *along<Row>(rows: AsyncIterable<Row>): AsyncIterable<Row> {
    for await (const row of rows) {
      yield row;
      await this.step();
    }
  }
}
