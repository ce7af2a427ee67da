import { TestReply } from '@modex/testing';
import { startTestApi, TestApi, TestShow } from '@modex/testing/bookings';

describe('offers', () => {
  let api: TestApi;
  let show: TestShow;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    show = await api.show({ rows: 7, seatsPerRow: 6 });
  });

  const offers = (query: string): Promise<TestReply> => api.get(`/api/shows/${show.id}/offers?${query}`);
  const told = ({ body }: TestReply): readonly unknown[] =>
    body.offers.map(({ preference, together, seats }) => [preference, together, seats.map(({ name }) => name).join()]);

  it('are the best seats by what one cares about, each group once, to anybody', async () => {
    const { status, body } = await offers('quantity=2');
    expect([status, body.showId, body.largest]).toEqual([200, show.id, 12]);
    expect(told(await offers('quantity=2'))).toEqual([
      ['together', true, 'Row C, seat 3,Row C, seat 4'],
      ['front', true, 'Row A, seat 3,Row A, seat 4'],
    ]);
  });

  it('are looked for in one section or category, if that is said', async () => {
    expect(told(await offers('quantity=2&section=all&category=all'))).toEqual(told(await offers('quantity=2')));
  });

  it.each(['section', 'category'])('are refused for an unknown %s', async (field) => {
    const { status, body } = await offers(`quantity=2&${field}=gold`);
    expect([status, body.code, body.fields[0]?.field]).toEqual([400, 'validation-failed', field]);
  });

  it('have up to three reasons', async () => {
    show = await api.show({ rows: 13, seatsPerRow: 6 });
    const rowsLeft = { A: 'ABCDEF', E: 'CDEF', F: 'CDEF', H: 'ABCDEF' };
    const left = Object.entries(rowsLeft).flatMap(([row, columns]) =>
      [...columns].map((column) => show.seatIds[6 * indexOf(row) + indexOf(column)] as string),
    );
    const _id = { $nin: left.map((seatId) => api.objectId(seatId)) };
    await api.stored('seats').updateMany({ _id }, [{ $set: { status: 'BOOKED', changed_at: '$$NOW' } }]);
    expect(told(await offers('quantity=5'))).toEqual([
      ['together', true, 'Row H, seat 1,Row H, seat 2,Row H, seat 3,Row H, seat 4,Row H, seat 5'],
      ['view', false, 'Row E, seat 3,Row E, seat 4,Row E, seat 5,Row F, seat 3,Row F, seat 4'],
      ['front', true, 'Row A, seat 1,Row A, seat 2,Row A, seat 3,Row A, seat 4,Row A, seat 5'],
    ]);
  });

  it('come from the board: they cost no command while it is fresh, keep nothing, and know what this process did', async () => {
    await offers('quantity=2');
    const commands = await api.commands.during(['seats', 'bookings'], () => offers('quantity=3'));
    expect(commands).toEqual([]);
    expect(new Set(await api.seatStatuses(show))).toEqual(new Set(['AVAILABLE']));
    await api.book(await api.guest(), show, { seatIds: show.seatIds.slice(12, 18) });
    expect(told(await offers('quantity=2'))[0]).toEqual(['together', true, 'Row B, seat 3,Row B, seat 4']);
  });

  it('are none where no group is as large, and say how large one may be', async () => {
    show = await api.show({ rows: 2, seatsPerRow: 2 });
    const { body } = await offers('quantity=5');
    expect([body.offers, body.largest]).toEqual([[], 4]);
  });

  it.each([
    ['', 400, 'validation-failed'],
    ['quantity=0', 400, 'validation-failed'],
    ['quantity=two', 400, 'validation-failed'],
    ['quantity=1000', 400, 'too-many-seats'],
  ])('are refused for ?%s', async (query, status, code) => {
    const refused = await offers(query);
    expect([refused.status, refused.body.code]).toEqual([status, code]);
  });

  it('are refused once the show has started', async () => {
    await api.startShow(show);
    const refused = await offers('quantity=2');
    expect([refused.status, refused.body.code]).toEqual([409, 'show-not-on-sale']);
  });
});

function indexOf(letter: string): number {
  return letter.charCodeAt(0) - 65;
}
