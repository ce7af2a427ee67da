import { RedisServer } from '@modex/testing';
import { Actor, expectStatus, guest } from '../../harness/actors';
import { HttpClient, type Reply } from '../../harness/http';
import { allOf, until } from '../../harness/until';
import { inArena, type Arena, type ArenaFigures, type ShowWithSeats } from '../arena';
import { Tally, type RaceResult } from '../result';
import { storedStatus } from './stored-status';

/** How many book at the same time, and what happens to Redis meanwhile. */
export interface TroubleFigures {
  readonly buyers: number;
  readonly troubles?: readonly Trouble[];
  /** Whoever gets no answer for this long has waited for Redis, in milliseconds: it is away for as long as they ask. */
  readonly patienceMs?: number;
}

/** Something that happens to Redis, and what ends it. */
export interface Trouble {
  readonly name: string;
  readonly begin: (redis: RedisServer) => Promise<unknown>;
  readonly end: (redis: RedisServer) => Promise<unknown>;
}

export const TROUBLES: readonly Trouble[] = [
  { name: 'refused', begin: (redis) => redis.kill(), end: (redis) => redis.restart() },
  { name: 'silent', begin: async (redis) => redis.fallSilent(), end: async (redis) => redis.goOn() },
  { name: 'full of garbage', begin: fillWithGarbage, end: fillWithGarbage },
  { name: 'restarted', begin: (redis) => redis.kill().then(() => redis.restart()), end: async () => undefined },
];

const PATIENCE_MS = 10_000;
/** Boards follow the database within seconds; a loaded machine may take longer. */
const FOLLOW_MS = 20_000;
/** What each buyer books in a row; an account may book sixty times a minute. */
const BOOKINGS = 2;
/** More than enough for each buyer. */
const SEATS_EACH = 50;
/** How often one address looks bookings up; a process lets in thirty. */
const [LOOK_UPS, LET_IN] = [40, 30];

/**
 * Customers book at two servers that share a Redis, while it is refused, silent, full of garbage and restarted, each from an
 * address of their own, since rates are limited. Redis comes back only after all were answered without it: nobody gets a
 * 5xx or waits for it, the boards of both servers show what is stored, and no address is let in without end.
 */
export async function raceThroughRedisTrouble(
  figures: ArenaFigures,
  { buyers, troubles = TROUBLES, patienceMs = PATIENCE_MS }: TroubleFigures,
): Promise<RaceResult> {
  const redis = await RedisServer.start();
  const env = { REDIS_URL: redis.url, RATE_LIMITS: 'on', TRUSTED_PROXIES: '1' };
  try {
    return await inArena({ ...figures, instances: 2, env }, async (arena) => {
      const show = await arena.createShow({ title: 'Trouble', totalSeats: buyers * SEATS_EACH });
      const tally = new Tally(`Redis is in trouble while ${buyers} customers book at two servers`);
      const people = await peopleAt(arena, show, { buyers, patienceMs });
      const race = { arena, redis, show, tally, buyers: people };
      await bookAll(race);
      for (const trouble of troubles) await playTrouble(race, trouble);
      return tally.close(arena, troubles.length);
    });
  } finally {
    await redis.close();
  }
}

interface Race {
  readonly arena: Arena;
  readonly redis: RedisServer;
  readonly show: ShowWithSeats;
  readonly tally: Tally;
  readonly buyers: readonly Buyer[];
}

interface Buyer {
  readonly actor: Actor;
  /** Seats that nobody else wants, and that are not booked yet. */
  readonly seats: string[];
}

/** The customers, half of them at each server. */
function peopleAt(
  arena: Arena,
  { seatIds }: ShowWithSeats,
  { buyers, patienceMs }: TroubleFigures,
): Promise<readonly Buyer[]> {
  return Promise.all(
    Array.from({ length: buyers }, async (_, nth) => ({
      actor: await guest(clientFrom(`192.0.2.${nth + 1}`, arena.http(nth), patienceMs)),
      seats: seatIds.slice(nth * SEATS_EACH, (nth + 1) * SEATS_EACH),
    })),
  );
}

/** A client that a proxy in front would tell to have this address. */
function clientFrom(address: string, server: HttpClient, patienceMs?: number): HttpClient {
  return new HttpClient(server.address, patienceMs, { 'x-forwarded-for': address });
}

async function playTrouble(race: Race, { name, begin, end }: Trouble): Promise<void> {
  const { redis, tally } = race;
  try {
    // It comes while people book.
    await allOf([bookAll(race), begin(redis)]);
    await bookAll(race);
    await follow(race, name);
    for (const server of [0, 1]) await insist(race, name, server);
    await allOf([bookAll(race), end(redis)]);
    await bookAll(race);
    await follow(race, `${name}, over`);
    await seeLive(race);
  } catch (error) {
    tally.wrong(`${name}: ${(error as Error).message}`);
  } finally {
    // A process that is stopped could not be ended in order.
    redis.goOn();
  }
}

/** Everybody books some seats and looks at the shows in between. @throws when somebody is answered anything else than that */
async function bookAll({ buyers, show, tally }: Race): Promise<void> {
  const booking = async ({ actor, seats }: Buyer): Promise<void> => {
    for (const seat of seats.splice(0, BOOKINGS)) {
      const booked = await actor.book(show.showId, [seat]);
      tally.add([booked]);
      expectStatus(201, booked);
      expectStatus(200, await actor.get('/api/shows'));
      expectStatus(200, await actor.get(`/api/shows/${show.showId}/seats/status`));
    }
  };
  await allOf(buyers.map(booking));
}

/** Waits until both servers show what is stored. */
async function follow({ arena, show }: Race, when: string): Promise<void> {
  const stored = Buffer.from((await storedStatus(arena, show)).bytes).toString('base64');
  const path = `/api/shows/${show.showId}/seats/status`;
  await until(`the boards of both servers to show what is stored (${when})`, FOLLOW_MS, async () => {
    const seen = await Promise.all([0, 1].map((server) => arena.http(server).get<{ status: string }>(path)));
    return seen.every((answer) => expectStatus(200, answer).status === stored);
  });
}

/** One address asks more often than a process allows: some are let in, and no more than that. */
async function insist({ arena, tally }: Race, name: string, server: number): Promise<void> {
  // Redis may have counts of another trouble.
  const nth = TROUBLES.findIndex((trouble) => trouble.name === name);
  const http = clientFrom(`198.51.100.${nth + 1}`, arena.http(server));
  const body = { code: '7KQ8V25M', email: 'nobody@example.org' };
  const lookUp = (): Promise<Reply<object>> => http.post('/api/bookings/lookup', { body });
  const answers = await Promise.all(Array.from({ length: LOOK_UPS }, lookUp));
  const statuses = answers.map(({ status }) => status);
  http.close();
  const letIn = statuses.filter((status) => status !== 429).length;
  if (letIn > LET_IN) tally.wrong(`${name}: a server let ${letIn} of ${LOOK_UPS} in`);
  const strange = statuses.find((status) => status !== 404 && status !== 429);
  if (strange !== undefined) tally.wrong(`${name}: a look-up came to ${strange}`);
}

/** Waits until bookings are told through Redis again. */
async function seeLive({ redis, buyers, show, tally }: Race): Promise<void> {
  const told = async (): Promise<number> => Number(/^:(\d+)/.exec(await redis.say('XLEN modex:1:messages'))?.[1] ?? 0);
  const before = await told();
  let next = 0;
  await until('bookings to be told through Redis again', FOLLOW_MS, async () => {
    const { actor, seats } = buyers[next++ % buyers.length] as Buyer;
    tally.add([await actor.book(show.showId, seats.splice(0, 1))]);
    return (await told()) > before;
  });
}

/** Whatever has a key of ours gets something else there. */
async function fillWithGarbage(redis: RedisServer): Promise<void> {
  const keys = (await redis.say('KEYS modex:*')).match(/modex:\S+/g) ?? [];
  await redis.say(
    ...keys.map((key, nth) => (nth % 2 === 0 ? `SET ${key} garbage` : `DEL ${key}\r\nRPUSH ${key} garbage`)),
  );
}
