import { startEmbeddedMongo } from '../server/start';
import { agree } from './agree';
import type { Outcome } from './case';
import { generateCases } from './cases';
import { compareWithServer, type Comparison, type Difference } from './comparison';
import { DEVIATIONS } from './deviations';
import { toText } from './extended-json';
import { readFixtures, writeFixtures } from './fixtures';
import { answerLocally } from './local';

const uri = process.env['TEST_MONGODB_URI'];
// The same cases every time, so that a red test is one's own; DIFFERENTIAL_SEED goes looking for more.
const seed = Number(process.env['DIFFERENTIAL_SEED'] ?? 20_260_101);
const count = Number(process.env['DIFFERENTIAL_CASES'] ?? 10_000);
const now = new Date('2026-01-02T03:04:05.678Z');
const FEW = 1500;
const FIXTURES = readFixtures().map((fixture, i) => ({ name: `${fixture.question.kind} ${i}`, ...fixture }));
const MOST_UNANSWERED = 0.002;

const shown = ({ question, ours, theirs }: Difference): string =>
  `seed ${seed}: ${toText({ theirs: docsOrCode(theirs), ours: docsOrCode(ours), question }).slice(0, 3000)}`;

/** Of many documents the first one that tells the two answers apart is enough to see. */
const docsOrCode = (outcome: Outcome): unknown => ('docs' in outcome ? outcome.docs.slice(0, 4) : outcome.code);

const deviationOf = ({ question, ours, theirs }: Difference): string | undefined =>
  DEVIATIONS.find(({ explains }) => explains(question, ours, theirs))?.name;

function summary({ asked, agreed, refused, unanswered, differences }: Comparison): string {
  const names = differences.map((difference) => deviationOf(difference) ?? 'not listed');
  const counts = [...new Set(names)]
    .map((name) => `${name}: ${names.filter((other) => other === name).length}`)
    .join(', ');
  const answered = `${asked} cases of seed ${seed}: ${agreed.length} alike, ${refused} refused`;
  return `${answered}, ${unanswered.length} unanswered, listed deviations: ${counts || 'none'}`;
}

describe('the recorded answers of a real server', () => {
  it.each(FIXTURES)('are given by us, too: $name', ({ question, theirs }) => {
    const ours = answerLocally(question, now);
    expect(agree(question, ours, theirs) ? '' : toText({ question, ours, theirs })).toBe('');
  });
});

describe('the embedded server', () => {
  it('answers as its semantics do without storage, planner and wire protocol', async () => {
    const server = await startEmbeddedMongo({ memory: true, port: 0 });
    try {
      const comparison = await compareWithServer(generateCases(FEW, seed), `mongodb://127.0.0.1:${server.port}`, now);
      expect(comparison.unanswered).toEqual([]);
      expect(comparison.differences.map(shown)).toEqual([]);
    } finally {
      await server.close();
    }
  });
});

(uri === undefined ? describe.skip : describe)('a real server', () => {
  it('answers as we do, but for the listed deviations', async () => {
    const comparison = await compareWithServer(generateCases(count, seed), uri ?? '', now);
    process.stdout.write(`${summary(comparison)}\n`);
    if (process.env['DIFFERENTIAL_RECORD'] !== undefined) writeFixtures(comparison.agreed);
    expect(comparison.differences.filter((difference) => deviationOf(difference) === undefined).map(shown)).toEqual([]);
    expect(comparison.unanswered.length).toBeLessThanOrEqual(count * MOST_UNANSWERED);
  }, 300_000);
});

describe('the list of deviations', () => {
  it('has a reason for each', () => {
    expect(DEVIATIONS.filter(({ name, reason }) => name === '' || reason.length < 20)).toEqual([]);
    expect(new Set(DEVIATIONS.map(({ name }) => name)).size).toBe(DEVIATIONS.length);
  });
});
