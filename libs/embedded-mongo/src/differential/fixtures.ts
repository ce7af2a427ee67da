import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identicalValues, isDoc } from '../values';
import type { Case, Outcome } from './case';
import type { Difference } from './comparison';
import { fromText, toText } from './extended-json';

/** A case with the answer that a real server gave: one line of a file of canonical Extended JSON. */
export type Fixture = { readonly question: Case; readonly theirs: Outcome };

const FOLDER = join(__dirname, 'fixtures');
const PER_KIND = 120;
const LONGEST_LINE = 2000;

export function readFixtures(): readonly Fixture[] {
  return readdirSync(FOLDER).flatMap((file) =>
    readFileSync(join(FOLDER, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => plainCode(fromText(line)) as Fixture),
  );
}

/** An error's code is a number of this program, not a value of a document. */
function plainCode(fixture: unknown): unknown {
  if (!isDoc(fixture) || !isDoc(fixture['theirs']) || fixture['theirs']['code'] === undefined) return fixture;
  return { ...fixture, theirs: { code: Number(fixture['theirs']['code']) } };
}

/** Writes cases that a server answered, the same number of each kind; those that JSON would reorder are left out. */
export function writeFixtures(answered: readonly Difference[]): void {
  for (const kind of ['find', 'aggregate', 'update'] as const) {
    const lines: string[] = [];
    for (const { question, theirs } of answered.filter(({ question: { kind: own } }) => own === kind)) {
      const line = toText({ question, theirs });
      if (isFaithful(line, question, theirs) && line.length <= LONGEST_LINE && lines.length < PER_KIND)
        lines.push(line);
    }
    writeFileSync(join(FOLDER, `${kind}.jsonl`), `${lines.join('\n')}\n`);
  }
}

/** JavaScript puts names that are numbers first, and JSON knows no missing value. */
function isFaithful(line: string, question: Case, theirs: Outcome): boolean {
  const read = plainCode(fromText(line)) as Fixture;
  const fields = Object.keys(question) as (keyof Case)[];
  const sameAnswer = 'code' in theirs || ('docs' in read.theirs && identicalValues(read.theirs.docs, theirs.docs));
  return sameAnswer && fields.every((field) => identicalValues(read.question[field], question[field]));
}
