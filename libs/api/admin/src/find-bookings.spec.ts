import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/admin';

interface Person {
  readonly name: string;
  readonly email: string;
}

const ADA: Person = { name: 'Ada Lovelace-Byron', email: 'countess@example.org' };
const SEAN: Person = { name: "Seán O'Neill", email: 'o.neill+theatre@mail.example' };
const LI: Person = { name: '李 Strauß', email: 'li@somewhere.at' };

describe('finding bookings', () => {
  let api: TestApi;
  let admin: SignedInUser;
  let show: TestShow;
  let other: TestShow;
  const codes = new Map<Person, string>();
  beforeAll(async () => {
    api = await startTestApi();
    admin = await api.admin();
    [show, other] = [await api.show({ title: 'Ondine' }), await api.show({ title: 'Salt' })];
    for (const [i, person] of [ADA, SEAN, LI].entries()) {
      const { body } = await api.post('/api/auth/guest', { body: person });
      const booked = await api.book(body, show, { seatIds: show.seatIds.slice(2 * i, 2 * i + 2) });
      codes.set(person, booked.body.code);
    }
  });
  afterAll(() => api?.close());

  const find = async (query: Readonly<Record<string, string>>) =>
    api.get(`/api/admin/bookings?${new URLSearchParams(query)}`, { token: admin.token });
  const found = async (q: string) => (await find({ q })).body.items.map(({ code }) => code);

  it('tells all that the door wants to know', async () => {
    const { status, body, headers } = await find({ q: 'ada' });
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(body).toMatchObject({ nextCursor: null, morePeople: false });
    expect(body.items).toMatchObject([
      {
        code: codes.get(ADA),
        status: 'CONFIRMED',
        customer: ADA,
        bookedBy: null,
        seats: [{ name: 'Row A, seat 1' }, { name: 'Row A, seat 2' }],
        show: { id: show.id, title: 'Ondine', timeZone: 'Europe/Berlin' },
      },
    ]);
  });

  it.each<[string, (code: string) => string]>([
    ['as it stands there', (code) => code],
    ['small', (code) => code.toLowerCase()],
    ['in groups', (code) => ` ${code.slice(0, 4)} ${code.slice(4)} `],
    ['small, with a hyphen', (code) => `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase()],
  ])('by a code that is typed %s', async (_, typed) => {
    for (const code of codes.values()) expect(await found(typed(code))).toEqual([code]);
  });

  it.each<[Person, readonly string[]]>([
    [ADA, ['ada', 'lovelace', 'byron', 'countess']],
    [SEAN, ['sean', 'oneill', 'neill', 'theatre', 'mail']],
    [LI, ['strauss', 'li', 'somewhere']],
  ])('by every beginning of the words of $name and nobody else’s', async (person, words) => {
    for (const word of words) {
      for (let letters = 2; letters <= word.length; letters++)
        expect([word.slice(0, letters), await found(word.slice(0, letters))]).toEqual([
          word.slice(0, letters),
          [codes.get(person)],
        ]);
      expect(await found(`${word}x`)).toEqual([]);
    }
  });

  it.each<[string, Person]>([
    ['LOVELACE ada', ADA],
    ['Ada Lovelace-Byron', ADA],
    ['countess@example.org', ADA],
    ['Countess@Exam', ADA],
    ['SEÁN', SEAN],
    ['o’neill sean', SEAN],
    ['O.Neill+theatre@mail.example', SEAN],
    ['STRAUSS', LI],
    ['李', LI],
  ])('by %s', async (q, person) => expect(await found(q)).toEqual([codes.get(person)]));

  it.each(['lovelace neill', 'ovelace', '.*', 'a.*e', '^da', '$gt', '(', 'ada@example.net'])('by %s none', async (q) =>
    expect(await found(q)).toEqual([]),
  );

  it('of one show, or of all, in pages, latest first', async () => {
    const { body: grace } = await api.post('/api/auth/guest', { body: { name: 'Grace', email: 'grace@example.org' } });
    const made: string[] = [];
    for (const [played, place] of [
      [show, 6],
      [other, 0],
      [other, 1],
    ] as const)
      made.unshift((await api.book(grace, played, { seatIds: played.seatIds.slice(place, place + 1) })).body.code);
    const pages: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await find({ q: 'grace', limit: '1', ...(cursor !== '' && { cursor }) });
      pages.push(...body.items.map(({ code }) => code));
      cursor = body.nextCursor;
    }
    expect(pages).toEqual(made);
    const ofOther = await find({ q: 'grace', showId: other.id.toUpperCase() });
    expect(ofOther.body.items.map(({ code }) => code)).toEqual(made.slice(0, 2));
    expect((await find({ q: codes.get(ADA) as string, showId: other.id })).body.items).toEqual([]);
    expect((await find({ q: 'grace', showId: 'f'.repeat(24) })).body.items).toEqual([]);
  });

  it('shows those of a name too that looks like a code', async () => {
    const { body: guest } = await api.post('/api/auth/guest', { body: { name: 'ANDERSQN', email: 'a@example.com' } });
    const named = (await api.book(guest, other, { seatIds: other.seatIds.slice(4, 5) })).body.code;
    const coded = (await api.book(await api.guest(), other, { seatIds: other.seatIds.slice(5, 6) })).body.code;
    await api.stored('bookings').updateOne({ code: coded }, { $set: { code: 'ANDER5QN' } });
    expect(await found('andersqn')).toEqual(['ANDER5QN', named]);
  });

  it('leaves out what came to nothing', async () => {
    const { body: late } = await api.post('/api/auth/guest', { body: { name: 'Tardy', email: 'tardy@example.org' } });
    expect((await api.book(late, show, { seatIds: show.seatIds.slice(0, 1) })).status).toBe(409);
    expect(await found('tardy')).toEqual([]);
  });

  it('who booked for a customer is named', async () => {
    const { body: guest } = await api.post('/api/auth/guest', { body: { name: 'Phoned', email: 'p@example.org' } });
    const body = { seatIds: other.seatIds.slice(6, 7), userId: guest.userId };
    await api.post(`/api/shows/${other.id}/book`, { token: admin.token, body });
    expect((await find({ q: 'phoned' })).body.items).toMatchObject([{ bookedBy: { userId: admin.userId } }]);
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['no text', {}, 'q'],
    ['an empty text', { q: ' ' }, 'q'],
    ['a NUL', { q: 'a\u0000da' }, 'q'],
    ['a line break', { q: 'a\nda' }, 'q'],
    ['ten thousand letters', { q: 'a'.repeat(10_000) }, 'q'],
    ['two texts', { 'q[]': 'ada' }, 'q[]'],
    ['what is no show', { q: 'ada', showId: 'Ondine' }, 'showId'],
    ['too long a page', { q: 'ada', limit: '101' }, 'limit'],
    ['what is no cursor', { q: 'ada', cursor: 'x' }, 'cursor'],
    ['an operator', { 'q[$gt]': '' }, 'q[$gt]'],
  ])('refuses %s', async (_, query, field) => {
    const { status, body } = await find(query);
    expect([status, body.code]).toEqual([400, 'validation-failed']);
    expect(body.fields.map((fault) => fault.field)).toContain(field);
  });
});
