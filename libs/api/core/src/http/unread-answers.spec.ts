import { once } from 'node:events';
import { get, IncomingMessage } from 'node:http';
import { Controller, Get, Injectable, Module, Param, Req, Res } from '@nestjs/common';
import { eventually } from '@modex/testing';
import { startTestApi, TestApi } from '@modex/testing/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadyAnswer, sendReady } from '../ready/ready-answer';
import { ReadyBody } from '../ready/ready-body';
import { Shortcut } from '../ready/shortcut';
import { Access } from './access';

/** Of ten processes each has room for 25 MB; a connection takes far less of an answer that nobody reads. */
const SHARE = { index: 0, of: 10 };
const LARGE = 16 * 1024 * 1024;

@Injectable()
class Memory {
  private readonly bodies = new Map<string, ReadyBody>();

  find(name: string): ReadyAnswer {
    const body = this.bodies.get(name) ?? new ReadyBody(Buffer.alloc(LARGE, 'x'));
    this.bodies.set(name, body);
    return { version: name, body: () => body };
  }
}

@Access('everyone')
@Controller('large')
class LargeController {
  constructor(private readonly memory: Memory) {}

  @Get('shortcut/:name')
  @Shortcut(Memory, (memory, { name = '' }) => memory.find(name))
  async seeSoon(@Param('name') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await sendReady(request, reply, this.memory.find(name));
  }

  @Get('route/:name')
  async see(@Param('name') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await sendReady(request, reply, this.memory.find(name));
  }
}

@Module({ controllers: [LargeController], providers: [Memory] })
class LargeModule {}

describe.each(['shortcut', 'route'])('large answers that nobody reads, by the %s', (way) => {
  let api: TestApi;
  const unread: IncomingMessage[] = [];
  beforeAll(async () => {
    api = await startTestApi({ imports: [LargeModule], settings: { share: SHARE } });
    await api.app.listen(0, '127.0.0.1');
  });
  afterAll(() => api?.close());
  afterEach(() => unread.splice(0).forEach((answer) => answer.destroy()));

  /** Asks, and reads nothing but the head. */
  const ask = async (name: string): Promise<number | undefined> => {
    const request = get(`${await api.app.getUrl()}/api/large/${way}/${name}`, { agent: false });
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    unread.push(answer);
    return answer.statusCode;
  };

  it('count once for all who share the bytes, and are refused when others have taken the room', async () => {
    expect([await ask('a'), await ask('a'), await ask('a')]).toEqual([200, 200, 200]);
    expect(await ask('b')).toBe(503);
    // One of those who share them still waits.
    unread.splice(0, 2).forEach((answer) => answer.destroy());
    expect(await ask('b')).toBe(503);
    unread.splice(0).forEach((answer) => answer.destroy());
    await eventually(async () => expect(await ask('b')).toBe(200));
  });
});
