import { startTestApi, TestApi } from '@modex/testing/shows';
import { ShowCreationService } from './show-creation.service';
import { ShowService } from './show.service';

describe('the list of shows as it is sent', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());
  afterEach(() => jest.restoreAllMocks());

  const read = (query = '', headers: Record<string, string> = {}) =>
    api.app.inject({ method: 'GET', url: `/api/shows${query}`, headers });
  const titles = async (query = '') => (await read(query)).json().items.map(({ title }: { title: string }) => title);
  /** However long it takes: nothing that is in memory grows old. */
  const stopTheClock = () => void jest.spyOn(performance, 'now').mockReturnValue(performance.now());
  const commandsOf = (readers: number) =>
    api.commands.during(['seats', 'shows', 'sessions'], async () => {
      const cookie = { cookie: 'modex_session=mx_nobody' };
      const answers = await Promise.all(Array.from({ length: readers }, () => read('?limit=7', cookie)));
      expect(answers.filter(({ statusCode }) => statusCode !== 200)).toEqual([]);
    });

  it('is read once for all who ask at once, and then sent without any command, also to those with a session', async () => {
    await api.show({ title: 'one', totalSeats: 1 });
    await api.show({ title: 'another', totalSeats: 1 });
    stopTheClock();
    const cold = await commandsOf(100);
    expect(cold.filter(({ collection }) => collection === 'shows')).toHaveLength(1);
    // The seats of all its shows are counted together.
    expect(cold.filter(({ collection }) => collection === 'seats')).toHaveLength(1);
    expect(await commandsOf(100)).toEqual([]);
  });

  it('is 304 for who has it, until it changes', async () => {
    const { headers } = await read('?q=two');
    const known = { 'if-none-match': String(headers['etag']) };
    expect((await read('?q=two', known)).statusCode).toBe(304);
    await api.show({ title: 'two', totalSeats: 1 });
    expect((await read('?q=two', known)).statusCode).toBe(200);
  });

  it('has what was created, edited, cancelled and deleted here, at once', async () => {
    stopTheClock();
    expect(await titles('?q=three')).toEqual([]);
    const show = await api.show({ title: 'three', totalSeats: 1 });
    expect(await titles('?q=three')).toEqual(['three']);
    const by = 'a'.repeat(24);
    await api.find(ShowService).edit(show.id, { version: 0, by, fields: { title: 'three and a half' } });
    expect(await titles('?q=three')).toEqual(['three and a half']);
    await api.find(ShowService).move(show.id, 'CANCELLED');
    expect(await titles('?q=three')).toEqual([]);
    const draft = await api.show({ title: 'three', totalSeats: 1, status: 'DRAFT' });
    await api.find(ShowCreationService).deleteDraft(draft.id);
    expect(await titles('?q=three')).toEqual([]);
  });

  it('has each query for itself, and refuses what no list knows', async () => {
    await api.show({ title: 'four', totalSeats: 1 });
    expect(await titles('?q=four')).toEqual(['four']);
    expect(await titles('?q=nobody')).toEqual([]);
    expect((await read('?colour=red')).statusCode).toBe(400);
    expect((await read('?colour=red')).statusCode).toBe(400);
  });
});
