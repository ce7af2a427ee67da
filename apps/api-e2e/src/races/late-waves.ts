import type { Booked } from '../harness/actors';
import type { HttpClient, Reply } from '../harness/http';
import { inParallel, until } from '../harness/until';
import type { Arena, ShowWithSeats } from './arena';
import { settled } from './kills/scene';
import { outcomeOf } from './result';

/** What was seen while the database was late. */
export interface Lateness {
  readonly violations: readonly string[];
  /** All answers, by code. */
  readonly answers: Readonly<Record<string, number>>;
  /** The wait for a refusal while the server was full of requests that waited, in milliseconds. */
  readonly medianRefusalMs: number;
  readonly slowestRefusalMs: number;
  /** Memory of the server's process after each wave, in MB. */
  readonly residentMb: readonly number[];
  /** Bookings that were found or made by the same key when the database was in time again. */
  readonly resolved: number;
}

/** A request for one seat under one key, repeated as often as it takes. */
export interface Request {
  readonly ask: (http: HttpClient, release?: Promise<void>) => Promise<Reply<Booked>>;
  readonly http: HttpClient;
}

/** What became of a wave, and how the server stood after it. */
export interface Wave {
  readonly crowd: readonly Request[];
  readonly answers: readonly Reply<Booked>[];
  /** Answers to the requests that came when the server was full; the first of them were sent one after the other. */
  readonly excess: readonly Reply<Booked>[];
  /** The answer to a request that then comes from another address. */
  readonly stranger: Reply<Booked>;
  readonly residentMb: number;
}

/** Of the excess, those who are sent one after the other; their wait is measured. */
export const PROBES = 20;
/** The middle refusal may not wait longer, in milliseconds, on a machine under any load; a few are usual. */
const LONGEST_REFUSAL_MS = 1_000;
const RESOLVE_MS = 60_000;
/** What may be told to who got in. */
const TOLD = ['booked', 'seat-taken', 'storage-unavailable', 'in-progress', 'booking-expired'];
/** Memory is compared from this wave on, when everything has been used once. */
const WARM_WAVES = 2;

/** What is wrong with the waves, and their figures, once the database is in time again. */
export async function judgeWaves(arena: Arena, show: ShowWithSeats, waves: readonly Wave[]): Promise<Lateness> {
  const answers = waves.flatMap((wave) => [...wave.answers, ...wave.excess]);
  const rude = waves.flatMap((wave) => [...wave.answers.filter(isRude), ...wave.excess.filter(isRudeToStranger)]);
  const residentMb = waves.map((wave) => wave.residentMb);
  const refusals = waves
    .flatMap(({ excess }) => excess.slice(0, PROBES).filter(isRefused).map(waitOf))
    .toSorted((a, b) => a - b);
  const { found, complaints } = await resolve(waves);
  const confirmed = [...new Set(found.map(({ body }) => body.bookingId))];
  return {
    violations: [
      ...new Set(waves.flatMap(complaintsOf)),
      ...rude.map((answer) => `an answer was ${answer.status} ${outcomeOf(answer)}`).slice(0, 5),
      ...(hasGrown(residentMb) ? [`memory grew: ${residentMb.join(', ')} MB`] : []),
      ...complaints,
      ...(await settled(arena, show)),
      ...(await arena.violations({ confirmed })),
    ],
    answers: countOf(answers.map(outcomeOf)),
    medianRefusalMs: medianOf(refusals),
    slowestRefusalMs: Math.max(0, ...refusals),
    residentMb,
    resolved: confirmed.length,
  };
}

function hasGrown(residentMb: readonly number[]): boolean {
  if (residentMb.length <= WARM_WAVES) return false;
  return (residentMb.at(-1) as number) > 1.5 * (residentMb[WARM_WAVES - 1] as number);
}

/** Requests to a full server are refused at once, most of them before any request that was taken is answered. */
function complaintsOf({ answers, excess, stranger }: Wave): string[] {
  const probes = excess.slice(0, PROBES);
  const refused = probes.filter(isRefused);
  const firstServed = Math.min(...answers.filter((answer) => !isRefused(answer)).map(({ endedAt }) => endedAt));
  const early = refused.filter(({ endedAt }) => endedAt < firstServed).length;
  const medianMs = medianOf(refused.map(waitOf));
  return [
    ...(refused.length > 0 ? [] : ['nobody was refused']),
    ...(isRefused(stranger) ? ['who came from elsewhere was refused'] : []),
    ...(early >= PROBES / 2 ? [] : [`only ${early} of ${PROBES} were refused before anybody else was answered`]),
    ...(medianMs <= LONGEST_REFUSAL_MS ? [] : [`the middle refusal took ${medianMs} ms`]),
  ];
}

/** Asks again with the same key until each outcome is known. */
async function resolve(waves: readonly Wave[]): Promise<{ found: Reply<Booked>[]; complaints: string[] }> {
  const all = waves.flatMap(({ crowd }) => crowd);
  const found: Reply<Booked>[] = [];
  const complaints = new Set<string>();
  await inParallel(all, 64, async ({ ask, http }) => {
    const last = await until('the same key to find the outcome', RESOLVE_MS, async () => {
      const answer = await ask(http);
      return answer.status >= 500 || answer.body.code === 'in-progress' ? undefined : answer;
    });
    if (last.status === 201) found.push(last);
    else if (!['seat-taken', 'booking-expired'].includes(outcomeOf(last)))
      complaints.add(`in the end ${outcomeOf(last)}`);
  });
  return { found, complaints: [...complaints] };
}

export function isRefused(answer: Reply<Booked>): boolean {
  return outcomeOf(answer) === 'overloaded';
}

/** Neither an outcome nor 503 that says when to come back. */
function isRude(answer: Reply<Booked>): boolean {
  if (answer.status === 503 && answer.headers['retry-after'] === undefined) return true;
  return !isRefused(answer) && !TOLD.includes(outcomeOf(answer));
}

/** Who comes without a session is refused, or let in and told that there is none: neither needs the database. */
function isRudeToStranger(answer: Reply<Booked>): boolean {
  return isRefused(answer) ? isRude(answer) : outcomeOf(answer) !== 'unauthenticated';
}

function waitOf({ sentAt, endedAt }: Reply<Booked>): number {
  return Math.round(endedAt - sentAt);
}

function medianOf(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[figures.length >> 1] ?? 0;
}

function countOf(outcomes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
