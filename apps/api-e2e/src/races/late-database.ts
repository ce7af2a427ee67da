import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { guest, type Actor, type Booked } from '../harness/actors';
import type { ApiServer } from '../harness/api-server';
import { HttpClient, type Reply } from '../harness/http';
import { inParallel, until } from '../harness/until';
import { inArena, type Arena, type ArenaFigures, type House } from './arena';
import { settled } from './kills/scene';
import { outcomeOf } from './result';

/** How many ask for seats at once, how often, and how late the database answers. */
export interface LateFigures {
  /** Those who come first; a few more than may be in flight. */
  readonly crowd: number;
  /** Those who come when the house is full. */
  readonly excess: number;
  readonly waves: number;
  readonly lateMs: number;
}

/** What was seen while the database was late. */
export interface Lateness {
  readonly violations: readonly string[];
  /** All answers, by code. */
  readonly answers: Readonly<Record<string, number>>;
  /** The wait for a refusal while the house was full of others who waited, in milliseconds. */
  readonly medianRefusalMs: number;
  readonly slowestRefusalMs: number;
  /** Memory of the server's process after each wave, in MB. */
  readonly residentMb: readonly number[];
  /** Bookings that were found or made by the same key when the database was in time again. */
  readonly resolved: number;
}

const BUYERS = 40;
/** Of the crowd, those who ask the database at once: as many as it has connections. */
const FRONT = 64;
/** Of the excess, those who are sent one after the other; their wait is measured. */
const PROBES = 20;
/** The middle refusal may not wait longer, in milliseconds, on a machine under any load; a few are usual. */
const LONGEST_REFUSAL_MS = 1_000;
/** Little room for garbage, so that memory grows by what is held and not by what nobody has cleared away yet. */
const SMALL_HEAP = '--max-old-space-size=256';
const RESOLVE_MS = 60_000;
/** Shorter than the server waits for the rest of a request, in milliseconds. */
const FULL_MS = 4_000;
/** What may be told to who got in. */
const TOLD = ['booked', 'seat-taken', 'storage-unavailable', 'in-progress', 'booking-expired'];
/** Memory is compared from this wave on, when everything has been used once. */
const WARM_WAVES = 2;

/**
 * The database answers late while more people than may be in flight ask for seats, wave after wave: the excess is
 * refused at once, long before the others are answered; memory stays flat; afterwards the same key finds each outcome.
 */
export async function floodWhileLate(figures: ArenaFigures, late: LateFigures): Promise<Lateness> {
  return inArena({ ...figures, leaseSeconds: 5 }, async (arena) => {
    const house = await arena.house({ title: 'Late', totalSeats: Math.ceil((late.crowd * late.waves) / 2) });
    return arena.behindProxy({ env: { NODE_OPTIONS: SMALL_HEAP } }, async ({ proxy, server }) => {
      const buyers = (await arena.guests(BUYERS)).map((buyer) => buyer.at(server.http));
      proxy.delayAnswers(late.lateMs);
      const waves: Wave[] = [];
      for (let nth = 0; nth < late.waves; nth++) {
        waves.push(await flood(server, late.excess, requestsOf(late, nth, buyers, house)));
      }
      proxy.delayAnswers(0);
      return judgeWaves(arena, house, waves);
    });
  });
}

/** One buyer alone, with one key, is served while the database answers late: told to come again at most a few times. */
export async function buyWhileLate(figures: ArenaFigures, lateMs: number): Promise<readonly string[]> {
  return inArena(figures, async (arena) => {
    const house = await arena.house({ title: 'Late', totalSeats: 4 });
    return arena.behindProxy({}, async ({ proxy, server }) => {
      const buyer = (await guest(arena.http())).at(server.http);
      proxy.delayAnswers(lateMs);
      const ask = (): Promise<Reply<Booked>> => buyer.book(house.showId, house.seatIds.slice(0, 2), 'k');
      const served = await until('a lone buyer to be served', RESOLVE_MS, async () => {
        const answer = await ask();
        return answer.status === 201 ? answer : undefined;
      });
      return arena.violations({ confirmed: [served.body.bookingId] });
    });
  });
}

/** One who asks for one seat under one key, as often as it takes. */
interface Request {
  readonly ask: (http: HttpClient, release?: Promise<void>) => Promise<Reply<Booked>>;
  readonly http: HttpClient;
}

/** What became of a wave, and how the server stood after it. */
interface Wave {
  readonly crowd: readonly Request[];
  readonly answers: readonly Reply<Booked>[];
  /** Answers to who came when the house was full; the first of them one after the other. */
  readonly excess: readonly Reply<Booked>[];
  readonly residentMb: number;
}

/** Each seat is wanted by two. */
function requestsOf({ crowd }: LateFigures, wave: number, buyers: readonly Actor[], house: House): Request[] {
  return Array.from({ length: crowd }, (_, index) => {
    const { userId, token, http } = buyers[index % buyers.length] as Actor;
    const seatIds = [house.seatIds[Math.floor((wave * crowd + index) / 2)] as string];
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() };
    const ask: Request['ask'] = (through, release) =>
      through.post<Booked>(`/api/shows/${house.showId}/book`, {
        body: { seatIds, userId },
        headers,
        ...(release === undefined ? {} : { release }),
      });
    return { ask, http };
  });
}

/**
 * The crowd is let in, however long that takes; those in front ask the database, which is late; then the excess comes;
 * then the rest of the crowd asks the database too.
 */
async function flood(server: ApiServer, count: number, crowd: readonly Request[]): Promise<Wave> {
  const http = new HttpClient(server.http.address);
  const [front, rest] = [gate(), gate()];
  const answering = Promise.all(crowd.map(({ ask }, nth) => ask(http, nth < FRONT ? front.opened : rest.opened)));
  const probe = (): Promise<Reply<Booked>> => http.get<Booked>('/api/auth/me');
  await until('the house to be full', FULL_MS, async () => isRefused(await probe())).catch(() => false);
  front.open();
  const excess: Reply<Booked>[] = [];
  for (let nth = 0; nth < PROBES; nth++) excess.push(await probe());
  rest.open();
  excess.push(...(await Promise.all(Array.from({ length: count - PROBES }, probe))));
  const answers = await answering;
  http.close();
  return { crowd, answers, excess, residentMb: residentMbOf(server) };
}

/** What waits until it is opened. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

async function judgeWaves(arena: Arena, house: House, waves: readonly Wave[]): Promise<Lateness> {
  const answers = waves.flatMap((wave) => [...wave.answers, ...wave.excess.filter(isRefused)]);
  const residentMb = waves.map((wave) => wave.residentMb);
  const refusals = waves
    .flatMap(({ excess }) => excess.slice(0, PROBES).filter(isRefused).map(waitOf))
    .toSorted((a, b) => a - b);
  const { found, complaints } = await resolve(waves);
  const confirmed = [...new Set(found.map(({ body }) => body.bookingId))];
  return {
    violations: [
      ...new Set(waves.flatMap(complaintsOf)),
      ...answers
        .filter(isRude)
        .map((answer) => `an answer was ${answer.status} ${outcomeOf(answer)}`)
        .slice(0, 5),
      ...(hasGrown(residentMb) ? [`memory grew: ${residentMb.join(', ')} MB`] : []),
      ...complaints,
      ...(await settled(arena, house)),
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

/** Who comes when the house is full is refused at once, most of them before anybody who got in is answered. */
function complaintsOf({ answers, excess }: Wave): string[] {
  const probes = excess.slice(0, PROBES);
  const refused = probes.filter(isRefused);
  const firstServed = Math.min(...answers.filter((answer) => !isRefused(answer)).map(({ endedAt }) => endedAt));
  const early = refused.filter(({ endedAt }) => endedAt < firstServed).length;
  const medianMs = medianOf(refused.map(waitOf));
  return [
    ...(refused.length > 0 ? [] : ['nobody was refused']),
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

function isRefused(answer: Reply<Booked>): boolean {
  return outcomeOf(answer) === 'overloaded';
}

/** Neither an outcome nor 503 that says when to come back. */
function isRude(answer: Reply<Booked>): boolean {
  if (answer.status === 503 && answer.headers['retry-after'] === undefined) return true;
  return !isRefused(answer) && !TOLD.includes(outcomeOf(answer));
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

function residentMbOf({ child }: ApiServer): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024);
}
