import { setTimeout as rest } from 'node:timers/promises';

/** How often a running audit says that it lives, in milliseconds: well within the silence after which it is given up. */
const TELL_MS = 5_000;
/** How long the audit works at a time, in milliseconds, and how many times as long it rests afterwards. */
const WORK_MS = 10;
const RESTS = 3;
/** A database that is late must not make the audit of a show last for ever. */
const LONGEST_REST_MS = 100;

/**
 * Throttles a long job in the background: it rests for three quarters of the time, so that customers get the database and
 * the process; less when the database is slow. Reports now and then that it goes on.
 */
export class Throttle {
  private toldAt = performance.now();
  private workedFrom = performance.now();

  /** @param tell throws when the work is to end, since another has taken its place */
  constructor(private readonly tell: () => Promise<void>) {}

  /** Call after each small step of the work; rests when it is time to. */
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
