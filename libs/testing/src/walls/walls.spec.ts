import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { CASES_OF_TESTS } from './tests.cases';
import { CASES_OF_ROOMS } from './walls.cases';

const CASES = [...CASES_OF_ROOMS, ...CASES_OF_TESTS];
const ROOT = join(__dirname, '../../../..');
interface LintMessage {
  readonly ruleId: string;
  readonly message: string;
}

describe('the walls between the rooms', () => {
  let found: readonly (readonly LintMessage[])[];
  beforeAll(() => {
    const input = JSON.stringify(CASES.map(([, path, code]) => ({ path, code })));
    const env = { ...process.env, NX_DAEMON: 'false' };
    const lint = spawnSync(process.execPath, [join(__dirname, 'lint-texts.mjs')], { cwd: ROOT, input, env });
    if (lint.status !== 0) throw new Error(`lint did not run: ${lint.stderr}`);
    found = JSON.parse(lint.stdout.toString());
  });

  it.each(CASES.map(([fact, , , rule, words], index) => ({ fact, index, rule, words })))(
    '$fact',
    ({ index, rule, words }) => {
      const messages = found[index] ?? [];
      expect(messages.map(({ ruleId }) => ruleId)).toEqual(rule === undefined ? [] : [rule]);
      if (words !== undefined) expect(messages[0]?.message).toMatch(words);
    },
  );
});
