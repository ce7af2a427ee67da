import type { NamedStep } from '../harness/api-server';
import { inParallel } from '../harness/until';
import { NO_FAULT } from './booking-outcome';
import { CONNECTION_RESETS, cutDatabase, resetConnection } from './database-faults';
import { raceDatabaseCrash, raceThreadCrash } from './database-races';
import { buyWhileLate, retryImpatiently } from './late-buyer';
import { FLOOD, floodWhileLate } from './late-database';
import { fallSilent, SILENCES, swallowConfirm } from './silent-database';

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

describe('the scenes of a database see what they look for: with a guard removed', () => {
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
