import { Settings } from '@modex/api-core';
import { startTestApi, TestApi } from '@modex/testing/admin';
import { createDocument } from '../openapi/document';
import { ApiDocument } from './api-document';
import { DocsModule } from './docs.module';

const ADDRESSES = ['/api/docs', '/api/docs/start.js', '/api/openapi.json'] as const;

async function startFor(whom: Settings['apiDocs']): Promise<TestApi> {
  const api = await startTestApi({ imports: [DocsModule.for(whom)] });
  api.find(ApiDocument).publish(createDocument(api.app));
  return api;
}

async function statuses(api: TestApi, token?: string): Promise<readonly number[]> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const replies = ADDRESSES.map(async (url) => api.app.inject({ url, headers }));
  return (await Promise.all(replies)).map(({ statusCode }) => statusCode);
}

describe('the explorer of the API', () => {
  it('may be for admins alone: 401 to strangers, 403 to customers', async () => {
    const api = await startFor('admin');
    try {
      expect(await statuses(api)).toEqual([401, 401, 401]);
      expect(await statuses(api, (await api.guest()).token)).toEqual([403, 403, 403]);
      expect(await statuses(api, (await api.admin()).token)).toEqual([200, 200, 200]);
    } finally {
      await api.close();
    }
  });

  it('may be for nobody: its addresses do not exist', async () => {
    const api = await startFor('off');
    try {
      expect(await statuses(api, (await api.admin()).token)).toEqual([404, 404, 404]);
    } finally {
      await api.close();
    }
  });

  it('may be for everybody, has a policy without exceptions, and keeps no token', async () => {
    const api = await startFor('on');
    try {
      expect(await statuses(api)).toEqual([200, 200, 200]);
      const page = await api.app.inject('/api/docs');
      expect(page.headers['content-security-policy']).not.toContain('unsafe');
      expect(page.body).not.toMatch(/<style|<script>|style=/);
      const start = await api.app.inject('/api/docs/start.js');
      expect(start.body).toContain('persistAuthorization: false');
      expect(start.body).toContain("removeItem('authorized')");
      expect((await api.app.inject('/api/docs/package.json')).statusCode).toBe(404);
      expect((await api.app.inject('/api/docs/%2e%2e%2fpackage.json')).statusCode).toBe(404);
    } finally {
      await api.close();
    }
  });
});
