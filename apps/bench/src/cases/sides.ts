import type { Bench } from '../servers/bench';
import type { Server, ServerName } from '../servers/server';
import type { Pair } from './paired-figures';

/** Modex, the least that can be done, the same once more, and the design document taken literally. */
const SIDES: readonly ServerName[] = ['modex', 'floor', 'floor again', 'literal'];

/** Who is compared with whom where all of them take turns. */
export const PAIRS: readonly Pair[] = [
  { of: 'modex', to: 'floor' },
  { of: 'modex', to: 'literal' },
  { of: 'floor again', to: 'floor', isNoise: true },
];

export async function startSides(bench: Bench): Promise<readonly Server[]> {
  const servers: Server[] = [];
  for (const name of SIDES) servers.push(await bench.server(name));
  return servers;
}
