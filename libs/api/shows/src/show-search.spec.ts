import { SeatRepository } from '@modex/api-seats';
import { eventually, inDays } from '@modex/testing';
import { NewTestShow, startTestApi, TestApi, TestShow } from '@modex/testing/shows';
import { ShowRepository } from './show.repository';
import { ShowService } from './show.service';

describe('finding shows', () => {
  let api: TestApi;
  beforeEach(async () => {
    await api.stored('shows').deleteMany({});
  });
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());

  const putOn = (...shows: readonly NewTestShow[]) =>
    Promise.all(shows.map((show) => api.show({ totalSeats: 1, ...show })));
  const cancel = ({ id }: TestShow) => api.find(ShowService).move(id, 'CANCELLED');
  const titles = async (query: Readonly<Record<string, string>> = {}) => {
    const { body } = await api.get(`/api/shows?${new URLSearchParams(query)}`);
    return body.items.map(({ title }) => title);
  };

  it('lists what is on sale, soonest first', async () => {
    await putOn({ title: 'late', startTime: inDays(9) }, { title: 'soon', startTime: inDays(2) });
    expect(await titles()).toEqual(['soon', 'late']);
  });

  it('shows no draft, nothing that was cancelled, has started, or is still being made', async () => {
    const [, cancelled, started] = await putOn(
      { status: 'DRAFT' },
      { title: 'cancelled' },
      { title: 'started' },
      { title: 'on' },
    );
    if (cancelled) await cancel(cancelled);
    if (started) await api.startShow(started);
    const layout = { totalSeats: 1, seatsPerRow: 1 };
    const none = { venue: null, description: null, limitPerCustomer: null };
    const half = { title: 'half', ...none, startTime: inDays(1), layout };
    const { show: creating } = await api.find(ShowRepository).open(half, 30_000);
    const { show: discarded } = await api.find(ShowRepository).open(half, 30_000);
    await api.find(ShowRepository).discard(discarded.id);
    expect(await titles()).toEqual(['on']);
    for (const { id } of [creating, discarded]) {
      expect((await api.get(`/api/shows/${id}`)).body.code).toBe('unknown-show');
      expect((await api.get(`/api/shows/${id}/seats`)).body.code).toBe('unknown-show');
      await expect(api.find(ShowService).find(id)).rejects.toMatchObject({ code: 'unknown-show' });
    }
    const { items } = await api.find(ShowService).listAll({});
    expect(items.map(({ status }) => status).sort()).toEqual(['CANCELLED', 'DRAFT', 'ON_SALE', 'ON_SALE']);
  });

  it('by text looks in title and venue, in any case', async () => {
    await putOn(
      { title: 'The MOON' },
      { title: 'other', venue: 'Half Moon Hall' },
      { title: 'neither', venue: 'Hall' },
    );
    expect((await titles({ q: 'moon' })).sort()).toEqual(['The MOON', 'other']);
  });

  it.each([
    ["L'École des femmes", 'ecole'],
    ["L'École des femmes", 'l\u2019école'],
    ['L\u2019École des femmes', "l'ECOLE"],
    ['L\u2019École des femmes', 'lecole femmes'],
    ['Théâtre au Musée', 'theatre musee'],
    ['Théâtre au Musée', 'MUSÉE\u00a0  théâtre'],
    ['Straße der Nacht', 'strasse'],
    ['STRASSE DER NACHT', 'straße'],
    ['København', 'kobenhavn'],
    ['Kobenhavn', 'københavn'],
    ['Aether', 'æther'],
    ['Cafe\u0301 Central', 'caf\u00e9'],
    ['Caf\u00e9 Central', 'cafe\u0301'],
    ['Łódź', 'lodz'],
    ['Кармен', 'КАРМЕН'],
    ['The  Moon\u00a0over\u2003Theatre Street', 'street   moon'],
    ['Ondine', 'Kursaal ondine'],
    ['Ondine', '\u00a0ondine\u3000'],
  ])('finds %j by %j', async (title, q) => {
    await putOn({ title, venue: 'Kursaal' }, { title: 'Something else', venue: 'Kursaal' });
    expect(await titles({ q })).toEqual([title]);
  });

  it('by two words finds no show that has one of them', async () => {
    await putOn({ title: 'Moon' }, { title: 'Street' });
    expect(await titles({ q: 'moon street' })).toEqual([]);
  });

  it.each(['.*', '(', '^', '|', '[', '\\', '$', '???', '{,}'])(
    'takes %s, which has no word, as it is written',
    async (text) => {
      await putOn({ title: `before ${text} after` }, { title: 'nothing of the kind' });
      expect(await titles({ q: text })).toEqual([`before ${text} after`]);
    },
  );

  it.each(['a+b', '[x]', 'cost: $5', 'a\\d', 'what?', '{2}', 'a|b', '.*a', '^b'])(
    'takes the words of %s for words, not for a pattern',
    async (text) => {
      await putOn({ title: `before ${text} after` }, { title: 'Ondine', venue: 'Volle' });
      expect(await titles({ q: text })).toEqual([`before ${text} after`]);
    },
  );

  it.each(['\u0000', 'a\u0000b', '\u200e', 'a\u202eb', 'x'.repeat(101)])('refuses %j by name', async (q) => {
    const { status, body } = await api.get(`/api/shows?${new URLSearchParams({ q })}`);
    expect([status, body.code, body.fields[0]?.field]).toEqual([400, 'validation-failed', 'q']);
  });

  it('by date counts both ends in', async () => {
    const [a, b, c] = [inDays(1), inDays(2), inDays(3)];
    await putOn({ title: 'a', startTime: a }, { title: 'b', startTime: b }, { title: 'c', startTime: c });
    expect(await titles({ from: b.toISOString() })).toEqual(['b', 'c']);
    expect(await titles({ to: b.toISOString() })).toEqual(['a', 'b']);
    expect(await titles({ from: b.toISOString(), to: b.toISOString() })).toEqual(['b']);
  });

  it.each([
    ['from=tomorrow', 'from'],
    ['from=2027-03-01T19:30', 'from'],
    ['to=2027-060', 'to'],
    ['to=2027-03-01T19:30:00+01:00', 'to'],
    ['limit=1e1', 'limit'],
    ['limit=0x10', 'limit'],
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=many', 'limit'],
    ['cursor=nonsense', 'cursor'],
    ['status=DRAFT', 'status'],
    ['status[$ne]=x', 'status[$ne]'],
    ['q[$regex]=x', 'q[$regex]'],
    ['__proto__=x', '__proto__'],
    ['q=a&q=b', 'q'],
  ])('with ?%s is 400 naming the field', async (query, field) => {
    const { status, body } = await api.get(`/api/shows?${query}`);
    expect([status, body.code, body.fields[0]?.field]).toEqual([400, 'validation-failed', field]);
  });

  it('in pages loses none and repeats none, also when many start at the same time', async () => {
    const startTime = inDays(5);
    await putOn(...Array.from({ length: 7 }, (_, i) => ({ title: `${i}`, startTime })), {
      title: 'last',
      startTime: inDays(6),
    });
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await api.get(`/api/shows?limit=3${query}`);
      expect(body.items.length).toBeLessThanOrEqual(3);
      seen.push(...body.items.map(({ title }) => title));
      cursor = body.nextCursor;
    }
    expect(seen.toSorted()).toEqual(['0', '1', '2', '3', '4', '5', '6', 'last']);
    expect(seen.at(-1)).toBe('last');
  });

  it('tells how many seats are free', async () => {
    const show = await api.show({ totalSeats: 5 });
    for (const seatId of show.seatIds.slice(0, 2)) {
      const claim = { showId: show.id, seatId, bookingId: 'b'.repeat(24) };
      await api.find(SeatRepository).lock({ planVersion: 1, ...claim, leaseUntil: inDays(1) });
    }
    await eventually(async () => {
      expect((await api.get('/api/shows')).body.items[0]).toMatchObject({ totalSeats: 5, freeSeats: 3 });
    });
    expect((await api.get(`/api/shows/${show.id}`)).body).toMatchObject({ id: show.id, freeSeats: 3, bookable: true });
  });

  it.each(['f'.repeat(24), 'no-id'])('one show by the id %s is 404', async (id) => {
    const { status, body } = await api.get(`/api/shows/${id}`);
    expect([status, body.code]).toEqual([404, 'unknown-show']);
  });

  it('one show still works when it was cancelled or has started, but it cannot be booked', async () => {
    const [cancelled, started] = [await api.show(), await api.show()];
    await cancel(cancelled);
    await api.startShow(started);
    expect((await api.get(`/api/shows/${cancelled.id}`)).body).toMatchObject({ status: 'CANCELLED', bookable: false });
    expect((await api.get(`/api/shows/${started.id}`)).body).toMatchObject({ status: 'ON_SALE', bookable: false });
  });
});
