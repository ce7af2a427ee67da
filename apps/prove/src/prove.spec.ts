import { Logger } from '@nestjs/common';
import { explore } from './explore/search';
import { System } from './explore/system';
import { mutantNamed, MUTANTS, refute, refuteGround, subjectOf } from './mutants';
import { linkProduction } from './mutants/link';
import { replaySchedule, replayString } from './report/replay';
import { SCENARIOS, scenarioNamed } from './scenarios';

beforeAll(() => Logger.overrideLogger(false));

/** The scenarios that take a moment; `npm run prove` explores the others too. */
const QUICK = [
  'collide',
  'crash',
  'replay',
  'retry',
  'host',
  'create',
  'create-once',
  'delete-draft',
  'repeat',
  'repeat-late',
  'create-repeat',
  'three-lost',
  'hold-collide',
  'best-collide',
  'best-return',
  'block-late',
  'change-repeat',
  'limit-end',
];

/** Bugs of each kind that are found in a moment. */
const SOON_FOUND = [
  'no-rollback',
  'confirm-after-lease',
  'release-of-anybody',
  'settling-frees-all',
  'no-count',
  'seats-follow-first',
  'best-keeps-intent',
  'best-refuses-unread',
  'best-tries-once',
  'block-of-anybody',
  'lock-of-blocked',
  'block-release-of-booked',
  'block-rollback-of-anybody',
  'block-no-rollback',
  'best-refuses-holder',
  'change-names-first',
  'sweep-forgets-added',
  'event-of-a-confirm-that-missed',
  'show-sweep-guesses',
];

describe('the booking protocol', () => {
  it.each(QUICK)('holds in every interleaving of %s', async (name) => {
    const { violation, states } = await explore(new System(scenarioNamed(name)), { maxStates: 200_000 });
    expect(violation).toBeUndefined();
    expect(states).toBeGreaterThan(1_000);
  });
});

describe('a planted bug', () => {
  it('fits the source that it changes, each of them; `npm run prove` looks for all', () => {
    for (const { edits = [], ground } of MUTANTS) {
      const link = (): unknown => [linkProduction(edits), linkProduction(ground?.edits ?? [])];
      expect(link).not.toThrow();
    }
  });

  it.each(MUTANTS.filter(({ name }) => SOON_FOUND.includes(name)))('is found: $bug', async (mutant) => {
    const found = await refute(mutant);
    if (found === undefined) throw new Error(`${mutant.name} survives`);
    const { lines, broken } = await replaySchedule(replayString(found.scenario, found.violation.schedule, mutant.name));
    expect(broken).toBeDefined();
    expect(lines.at(-1)).toMatch(/^BROKEN/);
  });

  it('of looking once leaves a late take its seat for good, where looking again frees it within the five seconds', async () => {
    const oneLook = mutantNamed('one-look');
    expect(oneLook.ground).toBeDefined();
    expect(await refuteGround(oneLook)).toBeUndefined();
    const looksOnce = await refute(oneLook);
    expect(looksOnce?.violation?.rule).toMatch(/^rule 3: seat .* is still held by .* 5 s after its lease/);
  });

  it('of looking once cannot show as long as a take asks for the lease', async () => {
    const { edits } = mutantNamed('one-look');
    const { violation } = await explore(new System(scenarioNamed('crash'), subjectOf({ edits })), LIMIT);
    expect(violation).toBeUndefined();
  });

  it('is the only difference: the sources linked without one behave as the originals', async () => {
    const scenario = scenarioNamed('retry');
    const linked = subjectOf({});
    const [original, copy] = [
      await explore(new System(scenario), LIMIT),
      await explore(new System(scenario, linked), LIMIT),
    ];
    expect({ ...copy, seconds: 0 }).toEqual({ ...original, seconds: 0 });
  });

  it('must match the source it changes', () => {
    const file = 'libs/api/bookings/src/booking.service.ts';
    expect(() => linkProduction([{ file, replace: 'no such text', by: '' }])).toThrow('found 0 times');
  });
});

const LIMIT = { maxStates: 200_000 } as const;

describe('a replay', () => {
  it('of a schedule that breaks nothing says so', async () => {
    expect((await replaySchedule('collide:a0d0a0d0a0d0a0d0')).broken).toBeUndefined();
  });

  it('refuses a string that names no scenario', async () => {
    await expect(replaySchedule('nowhere:a0')).rejects.toThrow('there is no scenario nowhere');
    expect(SCENARIOS.map(({ name }) => name)).not.toContain('nowhere');
  });
});
