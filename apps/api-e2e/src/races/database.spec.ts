import { ApiServer, type NamedStep } from '../harness/api-server';
import { crashServer } from '../harness/database';
import { NO_FAULT } from './booking-outcome';
import { CONNECTION_RESETS, cutDatabase, resetConnection } from './database-faults';
import { raceDatabaseCrash, raceServerCrash, raceThreadCrash } from './database-races';
import { buyWhileLate, retryImpatiently } from './late-buyer';
import { floodWhileLate } from './late-database';
import { fallSilent, SILENCES, swallowConfirm } from './silent-database';
import { restartsIn } from './thread-crash';
import { inParallel, until } from '../harness/until';

/** Only where the environment names a server that may be killed; the continuous integration does. */
const onCrashServer = crashServer() === undefined ? it.skip : it;
/** More than the 2,000 that may be in flight. */
const FLOOD = { crowd: 2_050, excess: 200, waves: 1, lateMs: 2_000 };
/** Soon enough for a control, which is to fail. */
const impatient = { clients: 20, patienceMs: 12_000 };

const [, silentAfterIntent] = SILENCES as readonly [NamedStep, NamedStep];
const lockWasWritten = CONNECTION_RESETS.filter(({ name }) => name === 'after a lock was written')[0] as NamedStep;

/** Scenes without a guard, which mostly wait and so are played at the same time; and what each must complain of. */
const CONTROLS = [
  {
    name: 'a seat whose lock was written as the connection broke is lost when nothing is given back',
    play: () => resetConnection({ control: 'no-release' }, lockWasWritten),
    sees: 'the same key to find the outcome',
  },
  {
    name: 'a database that is away is told late when nobody listens to its pulse',
    play: async () => (await cutDatabase({ control: 'no-pulse' }, { how: 'blackHole', ms: 1_000 })).violations,
    sees: 'a refusal took',
  },
  {
    name: 'a buyer waits for ten seconds when nobody listens to the pulse of the database',
    play: async () => (await fallSilent({ control: 'no-pulse' }, silentAfterIntent)).violations,
    sees: 'the answer took',
  },
  {
    name: 'a booking whose confirm was not answered is not found when the key is not stored',
    play: async () => (await swallowConfirm({ control: 'no-key' }, 'everything')).violations,
    sees: 'the same key to find the outcome',
  },
  {
    name: 'a lone buyer is told again and again to come later when the answers of a late database are not heard',
    play: () => buyWhileLate({ control: 'deaf-pulse' }, 2_000),
    sees: 'a lone buyer was told',
  },
  {
    name: 'a client who asks again is refused its own seats when the key is not stored',
    play: () => retryImpatiently({ control: 'no-key' }),
    sees: 'odd answers',
  },
] as const;
/** Of these at the same time. */
const WIDTH = 3;

const print = <T>(seen: T): T => {
  process.stdout.write(`${JSON.stringify(seen)}\n`);
  return seen;
};

describe('a connection to the database that breaks', () => {
  it.each(CONNECTION_RESETS)('$name: one booking or none, found by the same key', async (reset) => {
    expect(await resetConnection({}, reset)).toEqual([]);
  });
});

describe('a database that is away for 10 s', () => {
  it.each(['cut', 'blackHole'] as const)(
    '(%s) is told with 503 within 2 s, and used again without a restart',
    async (how) => {
      expect(print(await cutDatabase({}, { how, ms: 10_000 }))).toMatchObject({ violations: [] });
    },
  );
});

describe('a database that falls silent', () => {
  it.each(SILENCES)('$name: 503 soon, and the same key finds the outcome', async (silence) => {
    expect(print(await fallSilent({}, silence))).toMatchObject({ violations: [] });
  });

  it('right after the confirm was written: the booking stands, and the same key finds it', async () => {
    expect(print(await swallowConfirm({}, 'everything'))).toMatchObject({ violations: [] });
  });

  it('on the connection of the confirm alone: the booking is read back on another', async () => {
    expect(print(await swallowConfirm({}, 'its connection'))).toMatchObject({ violations: [] });
  });
});

describe('a database that answers 2 s late', () => {
  it('lets 2,000 wait and has the others refused at once', async () => {
    expect(print(await floodWhileLate({}, FLOOD))).toMatchObject({ violations: [] });
  });

  it('serves a buyer who is alone', async () => {
    expect(await buyWhileLate({}, 2_000)).toEqual([]);
  });

  it('has one booking for a client who hangs up after 2 s and asks again five times with one key', async () => {
    expect(await retryImpatiently({})).toEqual([]);
  });
});

describe('a database that is killed under load loses no booking that was answered', () => {
  it('(the embedded engine, two servers)', async () => {
    expect(print(await raceDatabaseCrash({}, { crashes: 3, clients: 40 }))).toMatchObject({ violations: [] });
  });

  onCrashServer('(the server that may be killed, two servers)', async () => {
    expect(print(await raceServerCrash({}, { crashes: 3, clients: 40 }))).toMatchObject({ violations: [] });
  });

  it('(the thread inside of the API, which starts it again)', async () => {
    expect(print(await raceThreadCrash({}, { crashes: 5, clients: 40 }))).toMatchObject({ violations: [] });
  });
});

describe('an API whose database thread ends at once whenever it is started', () => {
  it('ends with code 74 and one clear line', async () => {
    const { child } = await ApiServer.start({ thread: 'mortal' });
    try {
      for (let life = 1; child.end === undefined; life++) {
        child.signal('SIGUSR2');
        await until(
          'the next life, or the end',
          20_000,
          () => child.end !== undefined || restartsIn(child.stderr) === life,
        );
      }
      expect(child.end).toEqual({ code: 74, signal: null });
      expect(child.stderr.trim().split('\n').at(-1)).toMatch(
        /The embedded database has ended\. It was started 5 times/,
      );
      // The first life may be long: the start of the API is part of it.
      expect(restartsIn(child.stderr)).toBeGreaterThanOrEqual(4);
    } finally {
      await child.kill();
    }
  });
});

describe('the scenes see what they look for: with a guard removed', () => {
  const seen = new Map<string, readonly string[]>();
  beforeAll(() => inParallel(CONTROLS, WIDTH, async ({ name, play }) => void seen.set(name, await play())));

  it('bookings are lost when the thread acknowledges before it commits', async () => {
    const { violations } = await raceThreadCrash({ thread: 'hasty' }, { crashes: 3, ...impatient });
    expect(violations).toContainEqual(expect.stringMatching(/^rule 5/));
  });

  it('the database is never found again when the driver is not told of broken sockets', async () => {
    // About every other end meets the moment that matters; after the first that does, nothing works any more.
    const { violations } = await raceThreadCrash({ control: 'no-broken-sockets' }, { crashes: 12, ...impatient });
    expect(violations).toContainEqual(expect.stringContaining('not within'));
  });

  it('seats are lost with the database when nobody sweeps', async () => {
    const { violations } = await raceDatabaseCrash({ control: 'no-sweep' }, { crashes: 2, ...impatient });
    expect(violations).toContainEqual(expect.stringContaining('not within'));
  });

  it.each(CONTROLS)('$name', ({ name, sees }) => {
    expect(seen.get(name)).toContainEqual(expect.stringContaining(sees));
    expect(seen.get(name)).not.toContainEqual(expect.stringContaining(NO_FAULT));
  });

  it('nobody is refused when requests in flight have no limit', async () => {
    const { violations } = await floodWhileLate({ control: 'no-limit' }, FLOOD);
    expect(violations).toContainEqual('nobody was refused');
  });
});
