import { Readable } from 'node:stream';
import { brotliDecompressSync } from 'node:zlib';
import { startTestApi, TestApi } from '@modex/testing/admin';
import { LaidOutPlan, PlanLayout } from '@modex/domain';

const FILE = { 'content-type': 'application/octet-stream' };
const TABLE = 'section,row,seat,category,x,y\nStalls,A,1,Front,0,0\nStalls,A,=1+1,Front,50,0\n';

describe('the plans of an admin', () => {
  let api: TestApi;
  let token: string;
  beforeAll(async () => {
    api = await startTestApi();
    token = (await api.admin()).token;
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    await api.connection.collection('plans').deleteMany({});
    await api.connection.collection('plan_pieces').deleteMany({});
  });

  const send = async (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, payload?: unknown) => {
    const isFile = typeof payload === 'string' || Buffer.isBuffer(payload) || payload instanceof Readable;
    const type = payload === undefined ? {} : isFile ? FILE : { 'content-type': 'application/json' };
    const sent = payload === undefined || isFile ? payload : JSON.stringify(payload);
    const headers = { authorization: `Bearer ${token}`, ...type };
    const reply = await api.app.inject({ method, url: `/api${url}`, headers, payload: sent as string });
    const isJson = /json/.test(String(reply.headers['content-type']));
    return {
      status: reply.statusCode,
      headers: reply.headers,
      text: reply.body,
      body: isJson ? reply.json() : undefined,
    };
  };
  const create = async (template = 'rows') =>
    (await send('POST', '/admin/plans', { name: 'Great hall', venue: 'Linden Theatre', template })).body;
  const stored = async () => [
    await api.connection.collection('plans').countDocuments(),
    await api.connection.collection('plan_pieces').countDocuments(),
  ];

  it('are made, listed, drawn, judged, published and read by everybody', async () => {
    const { planId, revision } = await create();
    expect((await send('GET', '/admin/plans')).body.items).toEqual([
      expect.objectContaining({
        planId,
        name: 'Great hall',
        places: 200,
        latestVersion: 0,
        editedBy: expect.anything(),
      }),
    ]);
    const { body: draft } = await send('GET', `/admin/plans/${planId}/draft`);
    expect([draft.revision, draft.problems, draft.drawing.sections.length]).toEqual([1, [], 1]);
    const drawing = { ...draft.drawing, name: 'Small hall' };
    const saved = await send('PUT', `/admin/plans/${planId}/draft`, { revision, drawing });
    expect([saved.status, saved.body]).toEqual([
      200,
      { planId, revision: 2, places: 200, nextNumber: 200, problems: [] },
    ]);
    const changes = [{ op: 'replace', path: '/sections/0/name', value: 'Parterre' }];
    const changed = await send('PATCH', `/admin/plans/${planId}/draft`, { revision: 2, changes });
    expect(changed.body.revision).toBe(3);
    expect((await send('GET', `/admin/plans/${planId}/problems`)).body).toEqual({ planId, revision: 3, problems: [] });
    const published = await send('POST', `/admin/plans/${planId}/publish`, { revision: 3 });
    expect([published.status, published.body.latestVersion]).toEqual([200, 1]);
    const layout = await api.get(`/api/plans/${planId}/versions/1/layout`);
    expect((layout.body as unknown as PlanLayout).sections.map(({ name }) => name)).toEqual(['Parterre']);
  });

  it('are not for others, whose bodies are not read', async () => {
    const { planId } = await create();
    const guest = await api.guest();
    for (const [method, url] of [
      ['GET', '/admin/plans'],
      ['POST', '/admin/plans/import?format=csv'],
      ['PUT', `/admin/plans/${planId}/draft`],
    ] as const) {
      const headers = { authorization: `Bearer ${guest.token}`, 'content-type': 'application/json' };
      const payload = method === 'GET' ? undefined : '{}';
      expect((await api.app.inject({ method, url: `/api${url}`, headers, payload })).statusCode).toBe(403);
    }
  });

  it('tell the second of two admins, who keeps his work', async () => {
    const { planId } = await create();
    const rename = (value: string) =>
      send('PATCH', `/admin/plans/${planId}/draft`, {
        revision: 1,
        changes: [{ op: 'replace', path: '/name', value }],
      });
    expect((await rename('one')).status).toBe(200);
    const late = await rename('two');
    expect([late.status, late.body.code]).toEqual([409, 'plan-changed']);
    expect((await send('GET', `/admin/plans/${planId}`)).body).toMatchObject({ name: 'one', revision: 2 });
  });

  it('with problems are kept, told, and not published', async () => {
    const { planId } = await create();
    const changes = [{ op: 'replace', path: '/sections/0/rows/1/label', value: 'A' }];
    const { body } = await send('PATCH', `/admin/plans/${planId}/draft`, { revision: 1, changes });
    const problem = {
      code: 'same-row',
      severity: 'error',
      message: 'Two rows are named A in Stalls.',
      at: '/sections/0/rows/1/label',
    };
    expect(body.problems).toEqual([problem]);
    const refused = await send('POST', `/admin/plans/${planId}/publish`, { revision: 2 });
    expect([refused.status, refused.body.code, refused.body.problems]).toEqual([400, 'plan-has-problems', [problem]]);
  });

  it('are imported from a file, with what was not carried over, and exported', async () => {
    const { status, body } = await send('POST', '/admin/plans/import?format=csv&name=Kino', TABLE);
    expect([status, body.places, body.warnings.map(({ at }: { at: string }) => at)]).toEqual([201, 2, ['line 3']]);
    const csv = await send('GET', `/admin/plans/${body.planId}/export?format=csv`);
    expect([csv.status, csv.headers['content-type'], csv.headers['content-disposition']]).toEqual([
      200,
      'text/csv; charset=utf-8',
      `attachment; filename="Kino.csv"; filename*=UTF-8''Kino.csv`,
    ]);
    expect(csv.text).toContain(`"'=1+1"`);
    const own = await send('GET', `/admin/plans/${body.planId}/export?format=modex`);
    const again = await send('POST', '/admin/plans/import?format=modex', own.text);
    const drawings = await Promise.all(
      [body.planId, again.body.planId].map((id) => send('GET', `/admin/plans/${id}/draft`)),
    );
    expect(drawings[1]?.body.drawing).toEqual(drawings[0]?.body.drawing);
  });

  it('are not imported from what is no sound plan: it is told what is wrong, and nothing is stored', async () => {
    const own = (drawing: object) => JSON.stringify(drawing);
    const { planId } = await create();
    const { drawing } = (await send('GET', `/admin/plans/${planId}/draft`)).body;
    await send('DELETE', `/admin/plans/${planId}`);
    const [floor] = drawing.sections;
    const rows = [...floor.rows.slice(0, 1), { ...floor.rows[1], label: 'A' }];
    const standing = { kind: 'standing', key: 'p', name: 'P', x: 0, y: 0, rotation: 0, width: 1, height: 1 };
    const many = { ...standing, category: 'standard', numbers: [{ first: 0, count: 100_001 }] };
    const cases: readonly (readonly [string, string, string])[] = [
      [own({ ...drawing, sections: [{ ...floor, rows }] }), 'plan-has-problems', 'same-row'],
      [own({ ...drawing, sections: [many] }), 'plan-has-problems', 'too-many-places'],
      [own({ ...drawing, width: null }), 'plan-has-problems', 'wrong-shape'],
      [own(drawing).replace('"x":', '"x":NaN,"z":'), 'malformed-body', ''],
      [own(drawing).replace(/"width":\d+/, '"width":1e999'), 'plan-has-problems', 'wrong-shape'],
      ['['.repeat(10_000_000), 'malformed-body', ''],
      [`{"a":${'{"a":'.repeat(2_000_000)}`, 'malformed-body', ''],
      ['x'.repeat(10_240 * 1_024 + 1), 'payload-too-large', ''],
      ['', 'plan-has-problems', 'wrong-shape'],
    ];
    for (const [text, code, problem] of cases) {
      const { status, body } = await send('POST', '/admin/plans/import?format=modex', text);
      expect([status, body.code, body.problems?.[0]?.code ?? '']).toEqual([
        code === 'payload-too-large' ? 413 : 400,
        code,
        problem,
      ]);
    }
    expect(await stored()).toEqual([0, 0]);
  });

  it('tell where a file stops being JSON', async () => {
    const { body } = await send('POST', '/admin/plans/import?format=pretix', '{"name":"Hall",\n  "zones": [,]}');
    expect([body.code, body.detail]).toEqual(['malformed-body', expect.stringContaining('"zones": [,]')]);
  });

  it('refuse a draft of another shape, by its place in the body', async () => {
    const { planId } = await create();
    const put = (drawing: unknown) => send('PUT', `/admin/plans/${planId}/draft`, { revision: 1, drawing });
    const refused = await put({ name: 'only a name' });
    expect(refused.body).toMatchObject({
      code: 'plan-has-problems',
      problems: [{ code: 'wrong-shape', at: '/drawing' }],
    });
    const bad = await send('PATCH', `/admin/plans/${planId}/draft`, {
      revision: 1,
      changes: [{ op: 'move', path: '/a' }],
    });
    expect(bad.body).toMatchObject({ code: 'validation-failed', fields: [{ field: 'changes.0.op' }] });
    const text = await api.app.inject({
      ...{ method: 'PUT', url: `/api/admin/plans/${planId}/draft`, payload: 'x' },
      headers: { authorization: `Bearer ${token}`, 'content-type': 'text/plain' },
    });
    expect(text.statusCode).toBe(415);
  });

  it('are in the activity log', async () => {
    const { planId } = await create();
    const { body } = await send('GET', '/admin/activity');
    expect(body.items[0]).toMatchObject({
      action: 'plan.create',
      planId,
      bookingId: null,
      plan: { name: 'Great hall', version: 0 },
    });
  });
});

describe('a layout', () => {
  let api: TestApi;
  beforeAll(async () => void (api = await startTestApi()));
  afterAll(() => api?.close());

  const get = (url: string, headers: Record<string, string> = {}) => api.app.inject({ method: 'GET', url, headers });

  it('never changes and is sent as it is kept, by the route and then from memory, and never twice', async () => {
    for (let reads = 0; reads < 2; reads++) {
      const reply = await get('/api/plans/plain-100000-448/versions/1/layout', { 'accept-encoding': 'br' });
      expect([reply.statusCode, reply.headers['content-encoding'], reply.headers['cache-control']]).toEqual([
        200,
        'br',
        'public, max-age=31536000, immutable',
      ]);
      const layout: PlanLayout = JSON.parse(brotliDecompressSync(reply.rawPayload).toString());
      expect(new LaidOutPlan(layout).size).toBe(100_000);
      const known = await get('/api/plans/plain-100000-448/versions/1/layout', {
        'if-none-match': String(reply.headers['etag']),
      });
      expect([known.statusCode, known.body]).toEqual([304, '']);
    }
  });

  it.each([
    'plain-0-1/versions/1',
    'plain-100001-500/versions/1',
    'plain-10-11/versions/1',
    'plain-10-5/versions/2',
    'plain-10-5/versions/01',
    'plain-010-5/versions/1',
    'plain-5000-1/versions/1',
    `${'f'.repeat(24)}/versions/1`,
    'nonsense/versions/x',
  ])('of %s is unknown', async (path) => {
    for (let reads = 0; reads < 2; reads++) {
      const reply = await get(`/api/plans/${path}/layout`);
      expect([reply.statusCode, reply.json().code, reply.headers['cache-control']]).toEqual([
        404,
        'unknown-plan',
        undefined,
      ]);
    }
  });

  it('has a schema that programs can read', async () => {
    const reply = await get('/api/plans/schema.json');
    expect(reply.json()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: expect.stringMatching(/:plan:\d+$/),
      additionalProperties: false,
    });
  });
});
