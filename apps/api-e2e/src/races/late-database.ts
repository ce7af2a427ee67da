import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Actor, Booked } from '../harness/actors';
import type { ApiServer } from '../harness/api-server';
import { HttpClient, type Reply } from '../harness/http';
import { until } from '../harness/until';
import { inArena, type ArenaFigures, type ShowWithSeats } from './arena';
import { isRefused, judgeWaves, PROBES, type Lateness, type Request, type Wave } from './late-waves';

/** More than the 2,000 that may be in flight. */
export const FLOOD: LateFigures = { crowd: 2_050, excess: 200, waves: 1, lateMs: 2_000 };

/** How many ask for seats at once, how often, and how late the database answers. */
export interface LateFigures {
  /** Requests that come first: more than one address may have in flight. */
  readonly crowd: number;
  /** Requests that come when the server takes no more. */
  readonly excess: number;
  readonly waves: number;
  readonly lateMs: number;
}

const BUYERS = 40;
/** An address that nobody in the crowd has; the server learns it from a proxy that it trusts. */
const STRANGER = '192.0.2.9';
/** A small heap is collected often, so that memory shows what is in use and not what waits to be collected. */
const SMALL_HEAP = '--max-old-space-size=256';
/** In milliseconds; shorter than the time that the server waits for the rest of a request. */
const FULL_MS = 4_000;

/**
 * The database answers late while more people than may be in flight ask for seats, wave after wave: the excess is
 * refused at once, long before the others are answered; memory stays flat; afterwards the same key finds each outcome.
 */
export async function floodWhileLate(figures: ArenaFigures, late: LateFigures): Promise<Lateness> {
  return inArena({ ...figures, leaseSeconds: 5 }, async (arena) => {
    const show = await arena.createShow({ title: 'Late', totalSeats: Math.ceil((late.crowd * late.waves) / 2) });
    return arena.behindProxy(
      { env: { NODE_OPTIONS: SMALL_HEAP, TRUSTED_PROXIES: '127.0.0.1' } },
      async ({ proxy, server }) => {
        const buyers = (await arena.guests(BUYERS)).map((buyer) => buyer.at(server.http));
        proxy.delayAnswers(late.lateMs);
        const waves: Wave[] = [];
        for (let nth = 0; nth < late.waves; nth++) {
          waves.push(await flood(server, late.excess, requestsOf(late, nth, buyers, show)));
        }
        proxy.delayAnswers(0);
        return judgeWaves(arena, show, waves);
      },
    );
  });
}

/** Two ask for each seat. */
function requestsOf({ crowd }: LateFigures, wave: number, buyers: readonly Actor[], show: ShowWithSeats): Request[] {
  return Array.from({ length: crowd }, (_, index) => {
    const { userId, token, http } = buyers[index % buyers.length] as Actor;
    const seatIds = [show.seatIds[Math.floor((wave * crowd + index) / 2)] as string];
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() };
    const ask: Request['ask'] = (through, release) =>
      through.post<Booked>(`/api/shows/${show.showId}/book`, {
        body: { seatIds, userId },
        headers,
        ...(release === undefined ? {} : { release }),
      });
    return { ask, http };
  });
}

/**
 * Everybody in the crowd begins a request, which does not count as in flight yet; then all complete theirs at once, and
 * those that the server takes ask the late database. Then the excess comes. Requests from other addresses are still taken.
 */
async function flood(server: ApiServer, count: number, crowd: readonly Request[]): Promise<Wave> {
  const http = new HttpClient(server.http.address);
  const begun = gate();
  const answering = Promise.all(crowd.map(({ ask }) => ask(http, begun.opened)));
  const probe = (): Promise<Reply<Booked>> => http.get<Booked>('/api/auth/me');
  if (isRefused(await probe())) throw new Error('A request that has only begun has a place.');
  begun.open();
  await until('the server to be full', FULL_MS, async () => isRefused(await probe())).catch(() => false);
  const stranger = await http.get<Booked>('/api/auth/me', { 'x-forwarded-for': STRANGER });
  const excess: Reply<Booked>[] = [];
  for (let nth = 0; nth < PROBES; nth++) excess.push(await probe());
  excess.push(...(await Promise.all(Array.from({ length: count - PROBES }, probe))));
  const answers = await answering;
  http.close();
  return { crowd, answers, excess, stranger, residentMb: residentMbOf(server) };
}

/** What waits until it is opened. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

function residentMbOf({ child }: ApiServer): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024);
}
