import { DomainError } from '@modex/domain';
import { FastifyRequest } from 'fastify';
import { refuseForeignHost } from './own-host';
import { refuseCrossSite } from './same-site';

function refusal(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as DomainError).code;
  }
}

describe('a write', () => {
  const from = (headers: FastifyRequest['headers'], method = 'POST', publicUrl?: string) =>
    refusal(() =>
      refuseCrossSite({ method, headers: { host: 'modex.local:3000', ...headers } } as FastifyRequest, publicUrl),
    );

  it.each<[string, FastifyRequest['headers']]>([
    ['a program', {}],
    ['the site itself', { origin: 'http://modex.local:3000', 'sec-fetch-site': 'same-origin' }],
    ['the site by its host alone', { origin: 'https://modex.local:3000' }],
  ])('of %s is let through', (_, headers) => expect(from(headers)).toBeUndefined());

  it.each<[string, FastifyRequest['headers']]>([
    ['another site', { origin: 'https://elsewhere.example' }],
    ['another port', { origin: 'http://modex.local:3001' }],
    ['a sister site', { origin: 'http://www.modex.local:3000' }],
    ['a page without an origin', { origin: 'null' }],
    ['a cross-site page that hides its origin', { 'sec-fetch-site': 'cross-site' }],
    ['a site whose name begins like ours', { origin: 'http://modex.local:3000.elsewhere.example' }],
  ])('of %s is refused', (_, headers) => expect(from(headers)).toBe('cross-site-request'));

  it('of the public address is let through, when a proxy changes the host', () => {
    const origin = 'https://tickets.example.org';
    expect(from({ origin }, 'POST', origin)).toBeUndefined();
    expect(from({ origin }, 'POST', 'https://other.example.org')).toBe('cross-site-request');
  });

  it.each(['PUT', 'PATCH', 'DELETE'])('by %s is checked too', (method) => {
    expect(from({ origin: 'https://elsewhere.example' }, method)).toBe('cross-site-request');
  });

  it.each(['GET', 'HEAD', 'OPTIONS'])('is not what %s does', (method) => {
    expect(from({ origin: 'https://elsewhere.example' }, method)).toBeUndefined();
  });
});

describe('a host', () => {
  const to = (
    host: string | undefined,
    settings: { publicUrl?: string; host?: string },
    httpVersion = '1.1',
    hosts = [host],
  ) =>
    refusal(() =>
      refuseForeignHost(
        {
          headers: { host },
          raw: { httpVersion, rawHeaders: hosts.flatMap((name) => ['Host', name]) },
        } as unknown as FastifyRequest,
        { publicUrl: settings.publicUrl, host: settings.host ?? '127.0.0.1' },
      ),
    );
  const PUBLIC = { publicUrl: 'https://tickets.example.org', host: '0.0.0.0' };
  const FOREIGN = ['evil.example', 'EVIL.example:3000', 'tickets.example.org.evil.example', 'localhost.evil.example'];

  it.each([
    '127.0.0.1:3000',
    '192.168.1.20',
    '[::1]:3000',
    '[2001:db8::1]',
    'localhost',
    'localhost:9999',
    'box',
    'box.local:3000',
  ])('%s is an address or a name of the local network, and served whatever the settings', (host) => {
    for (const settings of [{}, PUBLIC, { host: '0.0.0.0' }, { host: '::1' }])
      expect(to(host, settings)).toBeUndefined();
  });

  it.each(['tickets.example.org', 'Tickets.Example.org', 'tickets.example.org:8443', 'tickets.example.org.'])(
    '%s is that of the public address',
    (host) => {
      expect(to(host, PUBLIC)).toBeUndefined();
      expect(to(host, {})).toBe('wrong-host');
    },
  );

  it.each(FOREIGN)('%s is refused where there is a public address or one to listen on', (host) => {
    for (const settings of [{}, PUBLIC, { host: '::1' }, { host: 'modex.example.org' }]) {
      expect(to(host, settings)).toBe('wrong-host');
    }
  });

  it('may have any name when the server listens everywhere and nobody said its address', () => {
    for (const host of ['0.0.0.0', '::']) expect(to('box.example.org', { host })).toBeUndefined();
  });

  it('may be the name to listen on', () => {
    expect(to('modex.example.org:3000', { host: 'modex.example.org' })).toBeUndefined();
  });

  it.each([undefined, '', 'a b', 'evil.example/x', 'x@localhost', '[::1', 'a,b'])('%s is no host', (host) => {
    expect(to(host, {})).toBe('malformed-request');
  });

  it('is one: of two nobody knows which one a proxy read', () => {
    expect(to('localhost', {}, '1.1', ['localhost', 'evil.example'])).toBe('malformed-request');
  });

  it('need not be named by HTTP/1.0', () => expect(to(undefined, PUBLIC, '1.0')).toBeUndefined());
});
