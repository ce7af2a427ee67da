import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { Type } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants';
import { OpenAPIObject } from '@nestjs/swagger';
import { AUDIENCE, Settings } from '@modex/api-core';
import { createApp } from '../create-app';
import { createDocument } from './document';

const SETTINGS: Settings = {
  mongodbUri: 'mongodb://127.0.0.1/unused',
  leaseSeconds: 30,
  maxSeatsPerBooking: 10,
  sessionSecret: 'unused',
  publicUrl: undefined,
  admin: { email: 'unused', password: 'unused' },
};
const COMMITTED: OpenAPIObject = JSON.parse(
  readFileSync(join(__dirname, '../../../../libs/contract/openapi.json'), 'utf8'),
);

/** Every operation as `METHOD path`, with what the document says of it. */
function operationsOf({ paths }: OpenAPIObject) {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  );
}

describe('the contract', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await createApp(SETTINGS, { preview: true, logger: false });
  });
  afterAll(() => app?.close());

  it('has exactly the routes of the code', () => {
    const names = (document: OpenAPIObject) =>
      operationsOf(document)
        .map(({ name }) => name)
        .sort();
    expect(names(COMMITTED)).toEqual(names(createDocument(app)));
  });

  it.each([
    'GET /api/shows',
    'GET /api/shows/{showId}/seats',
    'POST /api/shows/{showId}/book',
    'POST /api/admin/shows',
    'GET /api/admin/shows',
  ])('has %s, as the design promises', (route) => {
    expect(operationsOf(COMMITTED).map(({ name }) => name)).toContain(route);
  });

  describe.each(operationsOf(COMMITTED))('$name', ({ name, operation }) => {
    const statuses = Object.keys(operation.responses);

    it('has a summary and a tag', () => {
      expect(operation.summary).toMatch(/\w/);
      expect(operation.tags).toHaveLength(1);
    });

    it('has one success, and a body for it unless it is 204', () => {
      const successes = statuses.filter((status) => status.startsWith('2'));
      expect(successes).toHaveLength(1);
      if (successes[0] !== '204') expect(operation.responses[successes[0] as string].content).toBeDefined();
    });

    it('lists its problems, each with an example', () => {
      const problems = statuses.filter((status) => /^[45]/.test(status));
      expect(problems.length).toBeGreaterThan(0);
      for (const status of problems) {
        const content = operation.responses[status].content['application/problem+json'];
        expect(Object.keys(content.examples).length).toBeGreaterThan(0);
      }
    });

    it('says 401 exactly when it needs a session, and 403 when it needs an admin', () => {
      const isAdmins = name.includes('/api/admin/');
      if (operation.security === undefined) expect(name).not.toMatch(/admin|bookings|book$|logout|me$/);
      else expect(statuses).toContain('401');
      if (isAdmins) expect(statuses).toEqual(expect.arrayContaining(['401', '403']));
    });
  });

  it('gives every operation a name of its own', () => {
    const ids = operationsOf(COMMITTED).map(({ operation }) => operation.operationId);
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
      return !['everyone', 'customer', 'admin'].includes(audience ?? '');
    });
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});
