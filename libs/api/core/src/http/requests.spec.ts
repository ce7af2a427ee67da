import { DomainError } from '@modex/domain';
import { FastifyRequest } from 'fastify';
import { refuseOddQuery } from './plain-query';
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

describe('a query key', () => {
  const key = (name: string) => refusal(() => refuseOddQuery({ query: { [name]: 'x' } } as unknown as FastifyRequest));

  it.each(['limit', 'seatsPerRow', 'q'])('%s is plain', (name) => expect(key(name)).toBeUndefined());

  it.each(['status[$ne]', '$where', 'a.b', '__proto__', 'a[]', '', 'x'.repeat(33)])('"%s" is refused', (name) => {
    expect(key(name)).toBe('validation-failed');
  });
});
