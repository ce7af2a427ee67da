import { agree, isRefused } from './agree';
import { Asker } from './ask';
import type { Case, Outcome } from './case';
import { answerLocally } from './local';

const LANES = 8;

/** A case that two sides answer differently. */
export type Difference = { readonly question: Case; readonly ours: Outcome; readonly theirs: Outcome };

/** What came of many cases: how many were answered alike, refused by us, not answered, and those that differ. */
export type Comparison = {
  readonly asked: number;
  readonly agreed: readonly Difference[];
  readonly refused: number;
  readonly unanswered: readonly string[];
  readonly differences: readonly Difference[];
};

/** Compares our semantics with a server's answers, several cases at a time. */
export async function compareWithServer(cases: readonly Case[], uri: string, now: Date): Promise<Comparison> {
  const perLane = Math.ceil(cases.length / LANES);
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    compareLane(cases.slice(lane * perLane, (lane + 1) * perLane), new Asker(uri, `lane${lane}`), now),
  );
  const found = await Promise.all(lanes);
  return {
    asked: cases.length,
    agreed: found.flatMap((lane) => lane.agreed),
    refused: found.reduce((sum, lane) => sum + lane.refused, 0),
    unanswered: found.flatMap((lane) => lane.unanswered),
    differences: found.flatMap((lane) => lane.differences),
  };
}

async function compareLane(cases: readonly Case[], asker: Asker, now: Date): Promise<Omit<Comparison, 'asked'>> {
  const agreed: Difference[] = [];
  const differences: Difference[] = [];
  const unanswered: string[] = [];
  let refused = 0;
  for (const question of cases) {
    const ours = answerLocally(question, now);
    const theirs = await asker.ask(question);
    if ('unanswered' in theirs) unanswered.push(theirs.unanswered);
    else if (agree(question, ours, theirs)) agreed.push({ question, ours, theirs });
    else if (isRefused(ours)) refused++;
    else differences.push({ question, ours, theirs });
  }
  asker.close();
  return { agreed, differences, unanswered, refused };
}
