import type { Booked } from '../harness/actors';
import type { Reply } from '../harness/http';
import type { Arena } from './arena';

/** What a race found, in plain figures. */
export interface RaceResult {
  readonly name: string;
  readonly database: string;
  /** API processes on the one database. */
  readonly instances: number;
  readonly rounds: number;
  readonly requests: number;
  /** Requests answered with 201. */
  readonly won: number;
  /** Requests answered with 409 `seat-taken`. */
  readonly refusals: number;
  /** All other answers, by code or by what broke. */
  readonly others: Readonly<Record<string, number>>;
  /** Sentences; empty when every rule held. */
  readonly violations: readonly string[];
  readonly seconds: number;
  /** Time to answer in milliseconds: the middle, and the slowest. */
  readonly medianMs: number;
  readonly slowestMs: number;
  /** Servers that were killed at a named step; undefined when that is not what the race is about. */
  readonly kills?: number;
  /** Servers that were stopped past their lease; undefined when that is not what the race is about. */
  readonly stalls?: number;
  /** Milliseconds from the last change until all viewers had seen it; undefined when that is not what the race is about. */
  readonly convergedMs?: number;
  /** Reports of the audit that saw the show half sold; undefined when that is not what the race is about. */
  readonly audits?: number;
}

/** Counts the answers of a race while it runs. */
export class Tally {
  readonly confirmed: string[] = [];
  private readonly name: string;
  private readonly times: number[] = [];
  private readonly others = new Map<string, number>();
  private readonly wrongs: string[] = [];
  private readonly began = performance.now();
  private refusals = 0;

  constructor(name: string) {
    this.name = name;
  }

  add(answers: readonly Reply<Booked>[]): void {
    for (const answer of answers) {
      const outcome = outcomeOf(answer);
      this.times.push(answer.endedAt - answer.sentAt);
      if (outcome === 'booked') this.confirmed.push(answer.body.bookingId);
      else if (outcome === 'seat-taken') this.refusals++;
      else this.others.set(outcome, (this.others.get(outcome) ?? 0) + 1);
    }
  }

  /** The booking was cancelled later, by the race itself. */
  cancelled(bookingId: string): void {
    this.confirmed.splice(this.confirmed.indexOf(bookingId), 1);
  }

  wrong(sentence: string): void {
    this.wrongs.push(sentence);
  }

  /** Closes the race: checks the database and puts the figures together. */
  async close(arena: Arena, rounds: number): Promise<RaceResult> {
    const seconds = Math.round(performance.now() - this.began) / 1_000;
    const stored = await arena.violations({ confirmed: this.confirmed });
    const times = this.times.toSorted((a, b) => a - b);
    return {
      name: this.name,
      database: arena.kind,
      instances: arena.instances,
      rounds,
      requests: times.length,
      won: this.confirmed.length,
      refusals: this.refusals,
      others: Object.fromEntries(this.others),
      violations: [...this.wrongs.slice(0, 20), ...stored],
      seconds,
      medianMs: Math.round(times[times.length >> 1] ?? 0),
      slowestMs: Math.round(times.at(-1) ?? 0),
    };
  }
}

/** `booked`, or the code of the problem, or what broke. */
export function outcomeOf({ status, body, fault }: Reply<object>): string {
  return status === 201 ? 'booked' : (body.code ?? fault ?? `status ${status}`);
}
