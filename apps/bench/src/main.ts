import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CASES } from './cases';
import { ModexProfile } from './measure/modex-profile';
import { readOptions } from './options';
import { caseText, runText } from './report/console';
import { pageOf } from './report/page';
import { profileText } from './report/profile';
import type { CaseResult, Results } from './report/results';
import { chooseCases, runCases } from './run';

async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args, process.env['MONGODB_URI']);
  const cases = chooseCases(CASES, options);
  if (options.isList) return cases.forEach(({ name, title }) => console.log(`${name.padEnd(20)} ${title}`));
  const profile = options.profile === undefined ? undefined : new ModexProfile(options.profile);
  const tell = (result: CaseResult): void => console.log(caseText(result));
  const results = await runCases(cases, options, { tell, begin: () => profile?.begin() });
  if (profile !== undefined) console.log(`${profileText(profile.read())}\n`);
  console.log(runText(results));
  console.log(`Results: ${write(results, options.out).join(', ')}`);
}

/** @returns the files: one for programs, one for people */
function write(results: Results, folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  const [json, page] = [join(folder, 'results.json'), join(folder, 'results.html')];
  writeFileSync(json, JSON.stringify(results, undefined, 2) + '\n');
  writeFileSync(page, pageOf(results));
  return [json, page];
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  // Ends what still runs, too.
  process.exit(1);
});
