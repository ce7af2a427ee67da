import { isHttpsLink } from './organiser';

describe('a link that is shown to customers', () => {
  it.each([
    'https://example.org',
    'https://example.org/imprint?a=b#c',
    'HTTPS://Example.org',
    'https://bücher.example/a',
  ])('may be %s', (link) => expect(isHttpsLink(link)).toBe(true));

  it.each([
    'http://example.org',
    'example.org',
    '//example.org',
    'javascript:alert(1)',
    'https:example.org',
    'https://',
    'https://localhost',
    'https://user:secret@example.org',
    'https://user@example.org',
    ' https://example.org',
    'https://exa mple.org',
    '',
  ])('may not be "%s"', (link) => expect(isHttpsLink(link)).toBe(false));
});
