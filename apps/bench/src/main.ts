import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CASES } from './cases';
import { readOptions } from './options';
import { caseText, runText } from './report/console';
import { pageOf } from './report/page';
import type { Results } from './report/results';
import { chooseCases, runCases } from './run';

async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args, process.env['MONGODB_URI']);
  const cases = chooseCases(CASES, options);
  if (options.isList) return cases.forEach(({ name, title }) => console.log(`${name.padEnd(20)} ${title}`));
  const results = await runCases(cases, options, (result) => console.log(caseText(result)));
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
