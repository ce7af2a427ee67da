import type { Asked } from '../load/client';
import { OWNERS, type Server } from '../servers/server';
import { putOnShows, type Show } from '../servers/shows';
import type { Case } from './case';
import { allWith, paired, type Paired, type Side } from './paired';
import { pairsOf, startSides, WITHOUT_LITERAL } from './sides';

/** What is read, of which shows, and how often. */
export interface Reading {
  readonly shows: number;
  readonly seatsEach: number;
  readonly path: (show: Show) => string;
  /** The reader has the version already. */
  readonly isKnown?: boolean;
  /** The design document has no such route. */
  readonly isOurs?: boolean;
  readonly batch: number;
}

const CALLERS = 16;
/** Expensive batches end after this time; the time of one request is compared. */
const BATCH_MS = 1_500;
const WARM_UP = { requests: 2_000, ms: 10_000 } as const;

/** One read, again and again, at every server. */
export function reads(told: Pick<Case, 'name' | 'title' | 'isLong'>, reading: Reading): Case {
  return paired(told, async (bench): Promise<Paired> => {
    const servers = await startSides(bench, reading.isOurs ? WITHOUT_LITERAL : undefined);
    const [show] = await putOnShows(bench, { ...reading, owners: reading.isOurs ? ['modex'] : OWNERS });
    const path = reading.path(show as Show);
    const sides: Side[] = [];
    for (const server of servers) sides.push(await readingSide(server, path, reading));
    return { sides, pairs: pairsOf(sides), kind: told.name, callers: CALLERS, batchMs: BATCH_MS, warmUp: WARM_UP };
  });
}

async function readingSide(server: Server, path: string, { isKnown, batch }: Reading): Promise<Side> {
  const { status, headers } = await server.client.send({ method: 'GET', path });
  if (status !== 200) throw new Error(`${path}: ${server.name} answered ${status}`);
  const { etag } = headers;
  const asked: Asked = { method: 'GET', path, headers: isKnown ? { 'if-none-match': etag } : {} };
  return {
    name: server.name,
    server,
    batch: async () => Array.from({ length: batch }, () => asked),
    outcomes: allWith(isKnown ? 304 : 200, server.name),
  };
}
