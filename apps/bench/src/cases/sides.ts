import type { Bench } from '../servers/bench';
import type { Server, ServerName } from '../servers/server';
import type { Pair } from './paired-figures';

/** Modex, the least that can be done, the same once more, and the design document taken literally. */
const SIDES: readonly ServerName[] = ['modex', 'floor', 'floor again', 'literal'];

/** The same for what the design document does not have. */
export const WITHOUT_LITERAL: readonly ServerName[] = ['modex', 'floor', 'floor again'];

/** Who is compared with whom where all of them take turns. */
const PAIRS: readonly Pair[] = [
  { of: 'modex', to: 'floor' },
  { of: 'modex', to: 'literal' },
  { of: 'floor again', to: 'floor', isNoise: true },
];

/** The pairs of which both are there. */
export function pairsOf(sides: readonly { readonly name: string }[]): readonly Pair[] {
  const isThere = (wanted: string): boolean => sides.some(({ name }) => name === wanted);
  return PAIRS.filter(({ of, to }) => isThere(of) && isThere(to));
}

export async function startSides(bench: Bench, names = SIDES): Promise<readonly Server[]> {
  const servers: Server[] = [];
  for (const name of names) servers.push(await bench.server(name));
  return servers;
}
