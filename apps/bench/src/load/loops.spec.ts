import { createServer, type Server } from 'node:http';
import { randomFrom } from '../measure/random';
import { listen } from '../servers/listen';
import { Client } from './client';
import { closedLoop } from './closed-loop';
import { arrivals, openLoop } from './open-loop';

/** A server that answers when it is told to, and says how many wait. */
class Waiting {
  readonly server: Server;
  most = 0;
  private readonly held: (() => void)[] = [];

  /** @param holdUntil so many requests wait before the first is answered */
  constructor(holdUntil: number) {
    this.server = createServer((_request, response) => {
      this.held.push(() => response.end('ok'));
      this.most = Math.max(this.most, this.held.length);
      if (this.held.length >= holdUntil) this.held.splice(0).forEach((answer) => answer());
    });
  }
}

const GET = { method: 'GET', path: '/' } as const;

async function ask<Result>(server: Server, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client(await listen(server));
  try {
    return await work(client);
  } finally {
    client.close();
    server.closeAllConnections();
    server.close();
  }
}

describe('a closed loop', () => {
  it('has as many requests under way as there are callers, and answers to all', async () => {
    const waiting = new Waiting(4);
    const requests = Array.from({ length: 12 }, () => GET);
    const { answers } = await ask(waiting.server, (client) => closedLoop(client, requests, { callers: 4 }));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200));
    expect(waiting.most).toBe(4);
  });

  it('sends nothing more once its time is over', async () => {
    const requests = Array.from({ length: 12 }, () => GET);
    const loop = { callers: 3, limitMs: 0 };
    const { answers } = await ask(new Waiting(1).server, (client) => closedLoop(client, requests, loop));
    expect(answers).toEqual([]);
  });
});

describe('an open loop', () => {
  it('sends what is due whether the others are answered or not', async () => {
    const plan = [1, 2, 3].map((atMs) => ({ atMs, kind: 'see', asked: GET }));
    const sent = await ask(new Waiting(3).server, (client) => openLoop(client, plan));
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('counts its own delay, and has it in the latency', async () => {
    const plan = [0, 10].map((atMs) => ({ atMs, kind: 'see', asked: GET }));
    const sent = await ask(new Waiting(2).server, (client) => {
      const under = openLoop(client, plan);
      const end = performance.now() + 100;
      while (performance.now() < end);
      return under;
    });
    expect(sent[1]?.lateMs).toBeGreaterThan(80);
    expect(sent[1]?.latencyMs).toBeGreaterThan(sent[1]?.lateMs as number);
  });

  it('tells of a connection that broke', async () => {
    const server = createServer((request) => request.socket.destroy());
    const sent = await ask(server, (client) => openLoop(client, [{ atMs: 0, kind: 'see', asked: GET }]));
    expect(sent.map(({ status }) => status)).toEqual([0]);
  });

  it('has arrivals in order, at the rate, for the time', () => {
    const times = arrivals(100, 50, randomFrom(1));
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(times.at(-1)).toBeLessThan(50_000);
    expect(times.length / 5_000).toBeCloseTo(1, 1);
  });
});
