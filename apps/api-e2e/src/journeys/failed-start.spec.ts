import { spawnServer } from '../harness/api-server';
import type { Page, ShowView } from '../harness/actors';
import { freePort } from '../harness/database';
import { within } from '../harness/until';
import type { ServerStart } from '../harness/api-server';
import { openModex, type OpenModex } from './open-modex';

/** Starts a server that cannot start. @returns its exit code and the lines that it said to the operator */
async function failToStart(start: ServerStart): Promise<{ code: number | null; lines: string[] }> {
  const child = spawnServer(start);
  try {
    const { code } = await within('the end of a failed start', 45_000, child.exit);
    const lines = `${child.stdout}\n${child.stderr}`.split('\n').filter((line) => line.trim() !== '');
    return { code, lines };
  } finally {
    await child.kill();
  }
}

describe('a start that fails', () => {
  let modex: OpenModex;
  beforeAll(async () => void (modex = await openModex()));
  afterAll(() => modex.close());

  it('says in one line that the port is taken', async () => {
    const { port } = new URL(modex.server.http.address);
    const { code, lines } = await failToStart({ env: { PORT: port, DEMO: 'off' } });
    expect(lines).toEqual([expect.stringContaining(`Port ${port}`)]);
    expect(code).toBe(1);
  });

  it('names every bad value of the environment in one line', async () => {
    const { code, lines } = await failToStart({ env: { PORT: 'eighty', LEASE_SECONDS: '0' } });
    expect(lines).toEqual([expect.stringMatching(/PORT .*LEASE_SECONDS /)]);
    expect(code).toBe(1);
  });

  it('says in one line that the database of MONGODB_URI does not answer, without its password', async () => {
    const mongodbUri = `mongodb://somebody:secret-word@127.0.0.1:${await freePort()}/modex`;
    const { code, lines } = await failToStart({ mongodbUri });
    expect(lines).toEqual([expect.stringContaining('MONGODB_URI')]);
    expect(lines.join()).not.toContain('secret-word');
    expect(code).toBe(1);
  });
});

/** In which plan a show is put on, and what it costs. */
interface Priced {
  readonly planId: string;
  readonly prices: object | null;
}

describe('the example shows', () => {
  const onServer = (process.env['TEST_MONGODB_URI'] ?? '') !== '';

  it.each([
    ['stay away with DEMO=off', 'off', true],
    [onServer ? 'are never put on a database of MONGODB_URI' : 'fill a new database', 'on', onServer],
  ])('%s', async (_, demo, isEmpty) => {
    const modex = await openModex({ env: { DEMO: demo } });
    try {
      const { body } = await modex.server.http.get<Page<ShowView & Priced>>('/api/shows');
      expect(body.items.length === 0).toBe(isEmpty);
      expect(body.items.some(({ planId, prices }) => !planId.startsWith('plain-') && prices !== null)).toBe(!isEmpty);
    } finally {
      await modex.close();
    }
  });
});
