import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ShowCreationService, ShowService } from '@modex/api-shows';
import { startTestApi, TestApi } from '@modex/testing/admin';
import { testShow } from '@modex/testing/shows';
import { serveSite } from './serve-site';

const INDEX = `<!doctype html><html lang="en"><head><!-- head --><title>x</title><!-- /head --></head>
<body><app-root ngcspnonce="NONCE_OF_THE_ANSWER"></app-root></body></html>`;
const PATHS = {
  '/': 'shows-page',
  '/shows': null,
  '/shows/new': null,
  '/shows/:showId': 'show-page',
  '/bookings': 'bookings-page',
  '/admin/shows/:showId': 'admin-show-page',
};
/** What people may write as a title, and a page must survive. */
const NASTY = `</script><script>alert(1)</script> "Rain" & 'Shine' <!-- --> $& $1 \u2028`;

/** A built site of a few files. */
function builtSite(): string {
  const root = mkdtempSync(join(tmpdir(), 'modex-site-'));
  for (const folder of ['i18n', 'media']) mkdirSync(join(root, folder));
  const files = {
    'index.html': INDEX,
    'paths.json': JSON.stringify(PATHS),
    'main-LM5VZGVG.js': 'main()',
    'main-LM5VZGVG.js.br': 'compressed',
    'start-Be04BDr0.js': 'import{a}from"./chunk-h_B-uNR3.js";a();import("./shows-page-DxcZIj1x.js")',
    'chunk-h_B-uNR3.js': 'import"./chunk-Cn6lcVxW.js"',
    'chunk-Cn6lcVxW.js': 'chunk()',
    'shows-page-DxcZIj1x.js': 'import{b}from"./chunk-Cn6lcVxW.js";import"./chunk-DTQr1EVh.js"',
    'chunk-DTQr1EVh.js': 'poster()',
    'admin-show-page-BtfDleTR.js': 'page()',
    'styles-YURNXAXC.css': 'a{}',
    'media/inter-latin-HB2KDJ4G.woff2': 'font',
    'i18n/de-1a2b3c4d.json': '{}',
    'favicon.ico': 'icon',
    'share.jpg': 'picture',
    'apple-touch-icon.png': 'icon',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  return root;
}

describe('the site', () => {
  let api: TestApi;
  let root: string;
  beforeAll(async () => {
    root = builtSite();
    api = await startTestApi({ serve: (app) => serveSite(app, root) });
  });
  afterAll(async () => {
    await api.close();
    rmSync(root, { recursive: true });
  });

  const open = async (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
    api.app.inject({ method, url, headers: { accept: 'text/html,*/*', host: 'localhost:3000', ...headers } });
  const putOn = async (wanted: Parameters<typeof testShow>[0]) => {
    const { show } = await api.find(ShowCreationService).create(testShow(wanted));
    return show;
  };

  describe('a page', () => {
    const APP = ['start-Be04BDr0.js', 'chunk-h_B-uNR3.js', 'chunk-Cn6lcVxW.js'];
    it.each([
      ['/', [...APP, 'shows-page-DxcZIj1x.js', 'chunk-DTQr1EVh.js']],
      ['/shows', APP],
      ['/nowhere', APP],
      ['/admin/shows/one', [...APP, 'admin-show-page-BtfDleTR.js']],
    ])('%s fetches every script of the app and of itself at once, and none of other pages', async (url, scripts) => {
      const { body } = await open(url);
      const fetched = [...body.matchAll(/<link rel="modulepreload" href="([^"]+)"/g)].map(([, script]) => script);
      expect(fetched.sort()).toEqual([...scripts].sort());
    });

    const dataOf = async (url: string): Promise<readonly (string | undefined)[]> => {
      const { body } = await open(url);
      return [...body.matchAll(/<link rel="preload" as="fetch" crossorigin href="([^"]+)"/g)].map(([, data]) => data);
    };

    it('of a show asks for the show and its seats at once, and for the layout of a drawn plan', async () => {
      const plain = await putOn({ title: 'In rows' });
      expect(await dataOf(`/shows/${plain.id}`)).toEqual([
        `/api/shows/${plain.id}`,
        `/api/shows/${plain.id}/seats/status`,
      ]);
      const planId = 'ab'.padEnd(24, '0');
      const find = jest.spyOn(api.find(ShowService), 'findPublic');
      find.mockResolvedValueOnce({ ...plain, planId, planVersion: 3 });
      expect((await dataOf(`/shows/${plain.id}`))[2]).toBe(`/api/plans/${planId}/versions/3/layout`);
      find.mockRestore();
    });

    it('of what is on asks for the first shows at once, but not where somebody searches', async () => {
      expect([await dataOf('/'), await dataOf('/?q=moon')]).toEqual([['/api/shows?limit=12'], []]);
    });

    it('has a nonce of its own in its policy and in its document, never twice the same', async () => {
      const nonces = await Promise.all(
        Array.from({ length: 20 }, async () => {
          const { headers, body } = await open('/');
          const nonce = /'nonce-([\w-]{22})'/.exec(String(headers['content-security-policy']))?.[1];
          expect(nonce).toBeDefined();
          expect(body).toContain(`ngcspnonce="${nonce}"`);
          return nonce;
        }),
      );
      expect(new Set(nonces).size).toBe(20);
    });

    it('allows no inline code, no plug-ins, no foreign frame, and no script made from text', async () => {
      const policy = String((await open('/')).headers['content-security-policy']);
      expect(policy).not.toContain('unsafe');
      for (const part of ["default-src 'none'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'self'"]) {
        expect(policy).toContain(part);
      }
      expect(policy).toContain("require-trusted-types-for 'script'");
    });

    it('is asked for anew each time', async () => {
      expect((await open('/')).headers['cache-control']).toBe('no-cache');
    });

    it('answers HEAD as it answers GET, without a body', async () => {
      const reply = await open('/', {}, 'HEAD');
      expect([reply.statusCode, reply.body]).toEqual([200, '']);
      expect(reply.headers['content-security-policy']).toContain('nonce-');
    });
  });

  describe('a path', () => {
    it.each(Object.keys(PATHS).filter((path) => !path.includes(':')))('%s of the router is 200', async (path) => {
      for (const url of [path, `${path}?q=x`, path === '/' ? '/' : `${path}/`]) {
        expect([url, (await open(url)).statusCode]).toEqual([url, 200]);
      }
    });

    it.each(['/nowhere', '/bookings/a/b', '/admin/shows', '/admin/shows//', '/Shows'])(
      '%s is 404 and a page that tells so',
      async (url) => {
        const reply = await open(url);
        expect(reply.statusCode).toBe(404);
        expect(reply.headers['content-type']).toContain('text/html');
        expect(reply.body).toContain('<title>Not found · Modex</title>');
        expect(reply.body).toContain('noindex');
      },
    );

    it.each([
      '/.env',
      '/.git/config',
      '/wp-login.php',
      '/index.html',
      '/paths.json',
      '/chunk-AAAAAAAA.js',
      '/admin/.env',
      '/api',
      '/api/',
      '/api/nowhere',
      '/health',
    ])('%s that is no page is 404 in a few bytes', async (url) => {
      const reply = await open(url);
      expect(reply.statusCode).toBe(404);
      expect(reply.headers['content-type']).toContain('application/problem+json');
      expect(reply.body.length).toBeLessThan(300);
    });

    it('that nobody opens in a browser is 404 in a few bytes', async () => {
      const reply = await open('/nowhere', { accept: '*/*' });
      expect([reply.statusCode, reply.headers['content-type']]).toEqual([
        404,
        'application/problem+json; charset=utf-8',
      ]);
    });
  });

  describe('a file', () => {
    it.each([
      'main-LM5VZGVG.js',
      'shows-page-DxcZIj1x.js',
      'styles-YURNXAXC.css',
      'media/inter-latin-HB2KDJ4G.woff2',
      'i18n/de-1a2b3c4d.json',
    ])('%s that is named by its content never changes', async (name) => {
      const reply = await open(`/${name}`);
      expect(reply.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(reply.headers['etag']).toBeDefined();
    });

    it('is sent as the build compressed it, to browsers that can read that', async () => {
      const sent = await open('/main-LM5VZGVG.js', { 'accept-encoding': 'gzip, br' });
      const { 'content-encoding': coding, 'content-type': type, 'cache-control': cached, vary } = sent.headers;
      expect([sent.body, coding, vary]).toEqual(['compressed', 'br', expect.stringMatching(/accept-encoding/i)]);
      expect([type, cached]).toEqual([expect.stringContaining('javascript'), 'public, max-age=31536000, immutable']);
      expect((await open('/main-LM5VZGVG.js')).body).toBe('main()');
      expect((await open('/main-LM5VZGVG.js.br')).statusCode).toBe(404);
    });

    it.each(['favicon.ico', 'share.jpg', 'apple-touch-icon.png'])('%s is asked for anew', async (name) => {
      const reply = await open(`/${name}`);
      expect(reply.headers['cache-control']).toBe('no-cache');
      const again = await open(`/${name}`, { 'if-none-match': String(reply.headers['etag']) });
      expect([again.statusCode, again.body]).toEqual([304, '']);
    });

    it('answers HEAD, a part, and nothing beyond its end', async () => {
      expect((await open('/main-LM5VZGVG.js', {}, 'HEAD')).headers['content-length']).toBe('6');
      const part = await open('/main-LM5VZGVG.js', { range: 'bytes=0-3' });
      expect([part.statusCode, part.body]).toEqual([206, 'main']);
      expect((await open('/main-LM5VZGVG.js', { range: 'bytes=999-' })).statusCode).toBe(416);
    });
  });

  describe('a shared link', () => {
    it('to a show tells its title, date, place and picture, and its one address', async () => {
      const show = await putOn({ title: 'Ondine', venue: 'Great Hall', description: 'A tale of water.' });
      const { body } = await open(`/shows/${show.id}?utm=x`);
      expect(body).toContain('<title>Ondine · Modex</title>');
      expect(body).toContain('<meta property="og:title" content="Ondine · Modex" />');
      expect(body).toMatch(/og:description" content="\w{3} \d+ \w+ \d{4}, \d\d:\d\d · Great Hall\. A tale of water\."/);
      expect(body).toContain('<meta property="og:image" content="http://localhost:3000/share.jpg" />');
      expect(body).toContain(`<link rel="canonical" href="http://localhost:3000/shows/${show.id}" />`);
      expect(body).not.toContain('noindex');
    });

    it('to a show has the event for machines', async () => {
      const startTime = new Date('2099-03-01T18:30:00Z');
      const place = { venue: 'Great Hall', timeZone: 'Europe/Berlin', durationMinutes: 150 };
      const show = await putOn({ title: 'Ondine', startTime, ...place });
      const event = eventIn((await open(`/shows/${show.id}`)).body);
      expect(event).toMatchObject({
        '@type': 'Event',
        name: 'Ondine',
        eventStatus: 'https://schema.org/EventScheduled',
        location: { name: 'Great Hall' },
        offers: { availability: 'https://schema.org/InStock' },
      });
      expect(event).toMatchObject({ startDate: '2099-03-01T19:30:00+01:00', endDate: '2099-03-01T22:00:00+01:00' });
    });

    it('survives whatever people wrote', async () => {
      const show = await putOn({ title: NASTY, venue: NASTY, description: NASTY });
      const { body } = await open(`/shows/${show.id}`);
      expect(body.match(/<script/g)).toHaveLength(1);
      expect(body.match(/<\/script>/g)).toHaveLength(1);
      expect(body).not.toContain('alert(1)</script>');
      expect(eventIn(body)).toMatchObject({ name: show.title, description: show.description });
      expect(body.match(/<title>([^<]*)<\/title>/)?.[1]).toContain('&lt;/script&gt;');
    });

    it('to a cancelled show says so and offers nothing', async () => {
      const show = await putOn({ title: 'Ondine' });
      await api.find(ShowService).move(show.id, 'CANCELLED');
      const reply = await open(`/shows/${show.id}`);
      expect(reply.statusCode).toBe(200);
      const event = eventIn(reply.body);
      expect(event).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' });
      expect(event).not.toHaveProperty('offers');
    });

    it.each(['66f0c0ffee00112233445566', 'not-an-id', '%00'])('to show %s, which is none, is 404', async (id) => {
      const reply = await open(`/shows/${id}`);
      expect(reply.statusCode).toBe(404);
      expect(reply.body).toContain('Not found');
    });

    it('to a draft is 404 and tells nothing of it', async () => {
      const draft = await putOn({ title: 'The Secret Season', status: 'DRAFT' });
      const reply = await open(`/shows/${draft.id}`);
      expect(reply.statusCode).toBe(404);
      expect(reply.body).not.toContain('Secret');
      expect((await open('/sitemap.xml')).body).not.toContain(draft.id);
    });

    it('to the list names the site; to what is personal nothing but its name', async () => {
      for (const url of ['/', '/shows', '/?q=moon']) {
        expect((await open(url)).body).toContain('<link rel="canonical" href="http://localhost:3000/" />');
      }
      const personal = (await open('/bookings')).body;
      expect(personal).toContain('noindex');
      expect(personal).not.toContain('og:');
    });
  });
});

function eventIn(body: string): Record<string, unknown> {
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body)?.[1];
  return JSON.parse(json ?? 'null');
}

describe('for search engines', () => {
  it('the sitemap names what is on sale, by the public address', async () => {
    const root = builtSite();
    const api = await startTestApi({
      settings: { publicUrl: 'https://tickets.example.org/' },
      serve: (app) => serveSite(app, root),
    });
    try {
      const shows = await Promise.all([api.show(), api.show()]);
      const reply = await api.app.inject({ url: '/sitemap.xml', headers: { host: 'tickets.example.org' } });
      expect(reply.headers['content-type']).toContain('application/xml');
      const named = [...reply.body.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address);
      const wanted = ['', ...shows.map(({ id }) => `shows/${id}`)].map((path) => `https://tickets.example.org/${path}`);
      expect(named.sort()).toEqual(wanted.sort());
      const robots = await api.app.inject({ url: '/robots.txt', headers: { host: 'tickets.example.org' } });
      expect(robots.body).toContain('Sitemap: https://tickets.example.org/sitemap.xml');
      expect(robots.body).toContain('Disallow: /api/');
    } finally {
      await api.close();
      rmSync(root, { recursive: true });
    }
  });
});
