import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { Type } from '@nestjs/common';
import { PERMISSIONS } from '@modex/domain';
import { METHOD_METADATA } from '@nestjs/common/constants';
import { OpenAPIObject } from '@nestjs/swagger';
import { AUDIENCE, Settings } from '@modex/api-core';
import { createApp } from '../create-app';
import { createDocument } from './document';
import { CONTRACT, Operation, routesOf } from './committed-contract';

const SETTINGS: Settings = {
  mongodbUri: 'mongodb://127.0.0.1/unused',
  redisUrl: undefined,
  leaseSeconds: 30,
  maxSeatsPerBooking: 10,
  holds: { seconds: 600, maxSeconds: 1_800, pauseSeconds: 60, anonymousPerNetwork: 40 },
  share: { index: 0, of: 1 },
  maxViewers: 5_000,
  sessionSecret: 'unused',
  publicUrl: undefined,
  host: '127.0.0.1',
  trustedProxies: undefined,
  mail: undefined,
  rateLimits: true,
  venueTimeZone: 'Europe/Berlin',
  apiDocs: 'off',
  admin: { email: 'unused', password: 'unused' },
};

/** An answer, which stands where it is given and never as a reference. */
type Answer = Required<Extract<Operation['responses'][string], { description: string }>>;

describe('the contract', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await createApp(SETTINGS, { preview: true, logger: false });
  });
  afterAll(() => app?.close());

  it('has exactly the routes of the code', () => {
    const names = (document: OpenAPIObject) =>
      routesOf(document)
        .map(({ name }) => name)
        .sort();
    expect(names(CONTRACT)).toEqual(names(createDocument(app)));
  });

  it.each([
    'GET /api/shows',
    'GET /api/shows/{showId}/seats',
    'POST /api/shows/{showId}/book',
    'POST /api/admin/shows',
    'GET /api/admin/shows',
  ])('has %s, as the design promises', (route) => {
    expect(routesOf(CONTRACT).map(({ name }) => name)).toContain(route);
  });

  describe.each(routesOf(CONTRACT))('$name', ({ name, operation }) => {
    const answers = operation.responses as Readonly<Record<string, Answer>>;
    const statuses = Object.keys(answers);

    it('has a summary and a tag', () => {
      expect(operation.summary).toMatch(/\w/);
      expect(operation.tags).toHaveLength(1);
    });

    it('has one success, and a body for it unless it is 204', () => {
      const successes = statuses.filter((status) => status.startsWith('2'));
      expect(successes).toHaveLength(1);
      if (successes[0] !== '204') expect(answers[successes[0] as string]?.content).toBeDefined();
    });

    it('lists its problems, each with an example', () => {
      const problems = statuses.filter((status) => /^[45]/.test(status));
      expect(problems.length).toBeGreaterThan(0);
      for (const status of problems) {
        const content = answers[status]?.content['application/problem+json'];
        expect(Object.keys(content?.examples ?? {}).length).toBeGreaterThan(0);
      }
    });

    it('tells what can come on every route, and on every write', () => {
      expect(statuses).toEqual(expect.arrayContaining(['400', '500', '503']));
      if (!name.startsWith('GET')) expect(statuses).toEqual(expect.arrayContaining(['403', '413', '415']));
      else expect(statuses.includes('304')).toBe(answers['200']?.content?.['text/event-stream'] === undefined);
    });

    it('describes every answer, its request id, and when to come again', () => {
      for (const [status, response] of Object.entries(answers)) {
        expect(response.description).toMatch(/\w/);
        expect(Object.keys(response.headers)).toContain('X-Request-Id');
        if (status === '429' || status === '503') expect(Object.keys(response.headers)).toContain('Retry-After');
      }
    });

    it('describes its parameters', () => {
      for (const parameter of operation.parameters ?? []) expect(parameter).toHaveProperty('description');
    });

    it('says 401 exactly when it needs a session, and 403 when it needs an admin', () => {
      const isAdmins = name.includes('/api/admin/');
      if (operation.security === undefined) expect(name).not.toMatch(/admin|bookings(?!\/lookup$)|book$|logout|me$/);
      else expect(statuses).toContain('401');
      if (isAdmins) expect(statuses).toEqual(expect.arrayContaining(['401', '403']));
    });
  });

  it('limits every write of customers and strangers that does more than end a session', () => {
    const free = routesOf(CONTRACT)
      .filter(({ name }) => !/^GET |\/admin\/|logout|sessions/.test(name))
      .filter(({ operation }) => operation.responses['429'] === undefined);
    expect(free.map(({ name }) => name)).toEqual([]);
  });

  it('describes every field', () => {
    const silent = Object.entries(CONTRACT.components?.schemas ?? {}).flatMap(([schema, rules]) =>
      Object.entries(('properties' in rules && rules.properties) || {})
        .filter(([, field]) => !('description' in field) || !/\w/.test(field.description ?? ''))
        .map(([field]) => `${schema}.${field}`),
    );
    expect(silent).toEqual([]);
  });

  it('says where it is served and under which licence', () => {
    expect(CONTRACT.servers?.length).toBeGreaterThan(0);
    expect(CONTRACT.info.license?.name).toBe('MIT');
  });

  it('gives every operation a name of its own', () => {
    const ids = routesOf(CONTRACT).map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('every route says who may call it', () => {
    const [scanner, reflector] = [new MetadataScanner(), new Reflector()];
    const rooms = [...app.get(ModulesContainer).values()];
    const controllers = rooms.flatMap((room) => [...room.controllers.values()]).map(({ metatype }) => metatype as Type);
    const routes = controllers.flatMap((controller) =>
      scanner
        .getAllMethodNames(controller.prototype)
        .map((method) => ({ name: `${controller.name}.${method}`, method: controller.prototype[method], controller }))
        .filter(({ method }) => Reflect.hasMetadata(METHOD_METADATA, method)),
    );
    expect(routes.length).toBeGreaterThan(20);
    const silent = routes.filter(({ method, controller }) => {
      const audience = reflector.getAllAndOverride<string | undefined>(AUDIENCE, [method, controller]);
      return !['everyone', 'signed-in', 'holder', ...PERMISSIONS].includes(audience ?? '');
    });
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});
