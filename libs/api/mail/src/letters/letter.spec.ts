import { Letter, writeLetter } from './letter';

const letter = (changes: Partial<Letter> = {}): Letter => ({
  subject: 'Your booking: Hamlet',
  heading: 'Your booking is confirmed',
  blocks: [
    { kind: 'text', text: 'Please pay at the box office.' },
    { kind: 'quote', text: 'The actor is ill.\nWe are sorry.' },
    { kind: 'facts', facts: [{ name: 'Seats', lines: ['Row A, seat 1', 'Row A, seat 2'] }] },
    { kind: 'link', text: 'See your booking', url: 'https://tickets.example.org/bookings/1?a=1&b=2' },
  ],
  ...changes,
});
const EVIL = `"><img src=x onerror='alert(1)'>&`;

describe('a letter', () => {
  it('says the same as text and as HTML', () => {
    const { text, html } = writeLetter(letter());
    expect(text).toBe(`Your booking is confirmed

Please pay at the box office.

> The actor is ill.
> We are sorry.

Seats: Row A, seat 1
       Row A, seat 2

See your booking:
https://tickets.example.org/bookings/1?a=1&b=2
`);
    for (const said of [
      'Your booking is confirmed',
      'The actor is ill.<br />We are sorry.',
      'Row A, seat 1<br />Row A, seat 2',
    ])
      expect(html).toContain(said);
    expect(html).toContain('<a href="https://tickets.example.org/bookings/1?a=1&amp;b=2">See your booking</a>');
  });

  it.each<[string, Partial<Letter>]>([
    ['its heading', { heading: EVIL }],
    ['its subject', { subject: EVIL }],
    ['a text', { blocks: [{ kind: 'text', text: EVIL }] }],
    ['a quote', { blocks: [{ kind: 'quote', text: EVIL }] }],
    ['a link', { blocks: [{ kind: 'link', text: EVIL, url: `https://a.example/${EVIL}` }] }],
    ['a fact', { blocks: [{ kind: 'facts', facts: [{ name: EVIL, lines: [EVIL] }] }] }],
  ])('makes no markup of what somebody wrote in %s', (_where, changes) => {
    const { html } = writeLetter(letter({ blocks: [], ...changes }));
    expect(html).not.toContain('<img');
    expect(html).not.toMatch(/"[^<>]*onerror='/);
    expect(html).toContain('&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;');
  });

  it.each(['\r\n', '\n', '\r', '\u2028', '\u0085', '\v'])(
    'has one line as its subject, whatever breaks it: %j',
    (broken) => {
      const { subject } = writeLetter(letter({ subject: `Hamlet${broken}Bcc: everybody@example.org` }));
      expect(subject).toBe('Hamlet Bcc: everybody@example.org');
    },
  );
});
