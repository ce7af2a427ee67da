import { ApiServer } from '../harness/api-server';
import { crashServer } from '../harness/database';
import { CONNECTION_RESETS, cutDatabase, resetConnection } from './database-faults';
import { raceDatabaseCrash, raceServerCrash, raceThreadCrash } from './database-races';
import { buyWhileLate, retryImpatiently } from './late-buyer';
import { FLOOD, floodWhileLate } from './late-database';
import { fallSilent, SILENCES, swallowConfirm } from './silent-database';
import { restartsIn } from './thread-crash';
import { until } from '../harness/until';

/** Only where the environment names a server that may be killed; the continuous integration does. */
const onCrashServer = crashServer() === undefined ? it.skip : it;
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
