import { createServer, type Server as HttpServer } from 'node:http';
import { Client } from '../load/client';
import type { PairedResult } from '../report/results';
import type { Bench } from '../servers/bench';
import { listen } from '../servers/listen';
import type { Server } from '../servers/server';
import { paired, type Side } from './paired';
import { comparisonOf, figuresOf, type Sample } from './paired-figures';

const SETTINGS = { rounds: 4, seed: 5, isLong: false, databases: [], say: () => undefined };

describe('a case of sides that take turns', () => {
  let asked: string[];
  let http: HttpServer;
  let client: Client;
  beforeEach(async () => {
    asked = [];
    http = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.statusCode = request.url === '/b' ? 409 : 201;
      response.end();
    });
    client = new Client(await listen(http));
  });
  afterEach(() => {
    client.close();
    http.close();
  });

  const play = async (sides: readonly Side[]): Promise<PairedResult> => {
    const plan = { kind: 'any', callers: 1, warmUp: { requests: 4, ms: 10_000 }, pairs: [{ of: 'a', to: 'b' }] };
    const bench = { database: { kind: 'embedded', pid: process.pid } } as Bench;
    const played = paired({ name: 'any', title: 'Any' }, async () => ({ ...plan, sides }));
    return (await played.run(bench, SETTINGS)) as PairedResult;
  };
  const sideOf = (name: string): Side => {
    const server = { pid: process.pid, client, warmth: new Map() } as Partial<Server> as Server;
    return { name, server, batch: async () => [0, 1].map(() => ({ method: 'GET', path: `/${name}` })) };
  };

  it('warms each up, then measures every side in every round, in an order that changes', async () => {
    const { sides, rounds, comparisons } = await play([sideOf('a'), sideOf('b')]);
    expect(asked.slice(0, 8)).toEqual(['/a', '/a', '/a', '/a', '/b', '/b', '/b', '/b']);
    const turns = asked.slice(8).join('').match(/.{8}/g) ?? [];
    expect(turns).toHaveLength(rounds);
    expect([...new Set(turns)].sort()).toEqual(['/a/a/b/b', '/b/b/a/a']);
    expect(sides.map(({ name, requests, outcomes }) => [name, requests, outcomes])).toEqual([
      ['a', 8, { 201: 8 }],
      ['b', 8, { 409: 8 }],
    ]);
    expect(comparisons).toMatchObject([{ of: 'a', to: 'b', isNoise: false }]);
  });

  it('ends when the answers are wrong', async () => {
    const wrong = { ...sideOf('a'), outcomes: () => raise('the wrong answer') };
    await expect(play([wrong, sideOf('b')])).rejects.toThrow('the wrong answer');
  });
});

describe('the figures of a side', () => {
  const sample = (serverNs: number, more: Partial<Sample> = {}): Sample => ({
    ...{ requests: 100, serverNs, databaseNs: 2 * serverNs, ms: 50, outcomes: { 201: 100 } },
    ...more,
  });

  it('are told for one request', () => {
    const figures = figuresOf('a', [sample(1e6), sample(3e6), sample(5e6, { requests: 50, outcomes: { 409: 50 } })]);
    expect(figures).toEqual({
      name: 'a',
      requests: 250,
      serverCpu: { mean: 36, lowerQuartile: 20, upperQuartile: 65 },
      databaseCpu: { mean: 72, lowerQuartile: 40, upperQuartile: 130 },
      requestsPerSecond: 250 / 0.15,
      outcomes: { 201: 200, 409: 50 },
    });
  });

  it('have no time of a database that is not ours', () => {
    expect(figuresOf('a', [sample(1e6, { databaseNs: undefined })]).databaseCpu).toBeNull();
  });

  it('are compared round by round, for one request', () => {
    const samples = new Map([
      ['a', [sample(4e6), sample(8e6, { ms: 100 })]],
      ['b', [sample(1e6, { requests: 50 }), sample(4e6)]],
    ]);
    const { cpu, time } = comparisonOf({ of: 'a', to: 'b' }, samples);
    expect([cpu.medianOfPairs, cpu.sums, time.medianOfPairs]).toEqual([2, 2, 1.25]);
  });
});

function raise(words: string): never {
  throw new Error(words);
}
