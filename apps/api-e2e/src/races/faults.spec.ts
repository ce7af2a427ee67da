import { allOf } from '../harness/until';
import { killBesideOthers, killEverywhere, KILL_CASES, KILL_NAMES } from './kills';
import { OUTBOX_KILLS, playOutboxKill } from './kills/outbox-kills';
import type { SceneOutcome } from './scenes';
import { STALLS, stallEach } from './stalled-server';
import { bookWithWrongClocks } from './wrong-clocks';

describe('a server that is killed', () => {
  let outcomes: readonly SceneOutcome[];
  beforeAll(async () => void (outcomes = await killEverywhere({})), 600_000);

  it.each(KILL_NAMES)('%s: nothing is lost and nothing is left over', (name) => {
    const kills = name.startsWith('sweep') ? 2 : 1;
    expect(outcomes.find((outcome) => outcome.name === name)).toEqual({ name, violations: [], kills });
  });

  it('leaves a database in which every rule holds', () => {
    expect(outcomes.filter(({ isLook }) => isLook)).toMatchObject([{ violations: [] }]);
  });
});

describe('a server that sleeps past its lease', () => {
  let outcomes: readonly SceneOutcome[];
  beforeAll(async () => void (outcomes = await stallEach({}, STALLS)));

  it.each(STALLS)('$name: learns that its booking expired, and the new owner keeps the seats', ({ name }) => {
    expect(outcomes.find((outcome) => outcome.name === name)).toEqual({ name, violations: [], stalls: 1 });
  });

  it('leaves a database in which every rule holds', () => {
    expect(outcomes.filter(({ isLook }) => isLook)).toMatchObject([{ violations: [] }]);
  });
});

describe('servers whose clocks are an hour ahead and an hour behind', () => {
  let [outcome, withoutGuard]: (readonly string[])[] = [];
  beforeAll(async () => {
    const plays = [bookWithWrongClocks({}), bookWithWrongClocks({ control: 'own-clock' })];
    [outcome, withoutGuard] = await allOf(plays);
  });

  it('end no lease early and let none live longer', () => {
    expect(outcome).toEqual([]);
  });

  it('give a booking up early when they ask their own clocks', () => {
    expect(withoutGuard).toContainEqual(expect.stringMatching(/^behind: /));
  });
});

describe('the scenes see what they look for: with a guard removed', () => {
  const named = (name: string): typeof KILL_CASES => KILL_CASES.filter((kill) => kill.name === name);
  const stalledBeforeConfirm = STALLS.filter(({ name }) => name === 'before its confirm');
  const afterConfirm = named('after the confirm');

  it('seats are lost, and half a show keeps its seats, when nobody sweeps', async () => {
    const kills = [...named('after the second lock'), ...named('after the first seats are made')];
    const [booking, show] = await killBesideOthers({ control: 'no-sweep' }, kills);
    expect(booking?.violations).toContainEqual(expect.stringContaining('not within'));
    expect(show?.violations).toContainEqual(expect.stringContaining('"CREATING, 2000 seats"'));
  });

  it('a retry books twice, or is refused its own seats, when the key is not stored', async () => {
    const [outcome] = await killBesideOthers({ control: 'no-key' }, afterConfirm);
    expect(outcome?.violations).toContainEqual(expect.stringContaining('retry'));
  });

  it('what happened is never told when a claim on it has no end', async () => {
    const [kill] = OUTBOX_KILLS;
    const { violations } = await playOutboxKill({ control: 'claim-for-ever' }, kill as (typeof OUTBOX_KILLS)[number]);
    expect(violations).toContainEqual(expect.stringContaining('not within'));
  });

  it('a half-seated show is seen when it is visible at once', async () => {
    const kills = named('after the first seats are made');
    const [outcome] = await killBesideOthers({ control: 'show-visible-at-once' }, kills);
    expect(outcome?.violations).toContainEqual(expect.stringMatching(/2000 of 4500 seats/));
  });

  it('seats are sold twice when a booking is confirmed after its lease', async () => {
    const [outcome] = await stallEach({ control: 'confirm-without-lease' }, stalledBeforeConfirm);
    expect(outcome?.violations).toContainEqual(expect.stringContaining('rule 2'));
  });

  it('seats are sold twice when a hold is confirmed after its end', async () => {
    const confirm = STALLS.filter(({ name }) => name === 'confirm of a hold');
    const [outcome] = await stallEach({ control: 'confirm-held-after-end' }, confirm);
    expect(outcome?.violations).toContainEqual(expect.stringContaining('rule 2'));
  });

  it("a late booking frees another's seats when releases do not ask whose they are", async () => {
    const [outcome] = await stallEach({ control: 'release-without-owner' }, stalledBeforeConfirm);
    expect(outcome?.violations).toContainEqual(expect.stringContaining('rule 2'));
  });
});
