import { inDays, TestReply } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi } from '@modex/testing/admin';

/** Two sections with a row of one name, a seat between two numbers, and a floor where people stand. */
const TABLE = `section,row,seat,category,x,y,attributes
Stalls,A,11,Front,0,200,
Stalls,A,12,Front,50,200,
Stalls,A,12a,Front,100,200,wheelchair
Stalls,A,13,Front,150,200,
Gallery,A,1,Back,0,500,
Gallery,A,2,Back,50,500,
Pit,,1,Floor,,,standing
Pit,,2,Floor,,,standing
Pit,,3,Floor,,,standing
`;
const NAMES = [
  ...['11', '12', '12a', '13'].map((seat) => `Stalls · Row A · Seat ${seat}`),
  ...['1', '2'].map((seat) => `Gallery · Row A · Seat ${seat}`),
  ...['1', '2', '3'].map((place) => `Pit · Place ${place}`),
];

describe('a show in a plan that was drawn', () => {
  let api: TestApi;
  let admin: SignedInUser;
  let planId: string;
  let keys: Record<string, string>;
  beforeAll(async () => {
    api = await startTestApi();
    admin = await api.admin();
    const headers = { 'content-type': 'application/octet-stream', authorization: `Bearer ${admin.token}` };
    const url = '/api/admin/plans/import?format=csv&name=Great%20hall';
    const made = (await api.app.inject({ method: 'POST', url, headers, payload: TABLE })).json();
    planId = made.planId;
    const { body } = await api.get(`/api/admin/plans/${planId}`, { token: admin.token });
    await api.post(`/api/admin/plans/${planId}/publish`, { token: admin.token, body: { revision: body.revision } });
    const layout = (await api.get(`/api/plans/${planId}/versions/1/layout`)).body as never as Layout;
    keys = Object.fromEntries([...layout.categories, ...layout.sections].map(({ key, name }) => [name, key]));
  });
  afterAll(() => api?.close());

  const create = async (changes: object = {}): Promise<TestReply> => {
    const body = { title: 'A show', startTime: inDays(365), planId, ...changes };
    return api.post('/api/admin/shows', { token: admin.token, body });
  };
  const seatsOf = async (showId: string) => (await api.get(`/api/shows/${showId}/seats`)).body.seats;
  const idsOf = (seats: readonly { id: string; name: string }[], ...names: readonly string[]): readonly string[] =>
    names.map((name) => seats.find((seat) => seat.name === name)?.id ?? '');
  const book = async (showId: string, seatIds: readonly string[], more: object = {}): Promise<TestReply> => {
    const { token, userId } = await api.guest();
    return api.post(`/api/shows/${showId}/book`, { token, body: { seatIds, userId, ...more } });
  };

  it('has the places of its plan as seats, by their names and categories', async () => {
    const { status, body } = await create();
    expect([status, body.totalSeats, body.planId, body.planVersion]).toEqual([201, 9, planId, 1]);
    const seats = await seatsOf(body.id);
    expect(seats.map(({ name }) => name)).toEqual(NAMES);
    expect(seats[2]).toMatchObject({ section: 'Stalls', rowNumber: 'A', seatNumber: 3, category: keys['Front'] });
    expect(seats[8]).toMatchObject({ section: 'Pit', rowNumber: '', seatNumber: 3, status: 'AVAILABLE' });
  });

  it('is listed with the name of its plan, which is read once for the whole page', async () => {
    for (let made = 0; made < 3; made++) await create();
    const plain = await api.post('/api/admin/shows', {
      token: admin.token,
      body: { title: 'Plain', startTime: inDays(365), totalSeats: 4 },
    });
    expect(plain.body.planName).toBeNull();
    const names: (string | null)[] = [];
    const sent = await api.commands.during(['plans'], async () => {
      const { items } = (await api.get('/api/admin/shows?limit=4', { token: admin.token })).body;
      for (const { planName } of items) names.push(planName);
    });
    expect(names).toEqual([null, 'Great hall', 'Great hall', 'Great hall']);
    expect(sent.map(({ name }) => name)).toEqual(['find']);
  });

  it('sells them, and its map and its packed status tell which', async () => {
    const { id } = (await create()).body;
    const wanted = idsOf(await seatsOf(id), 'Stalls · Row A · Seat 12a', 'Pit · Place 2');
    const booked = await book(id, wanted);
    expect([booked.status, booked.body.seatIds]).toEqual([201, [...wanted].sort()]);
    const after = await seatsOf(id);
    expect(after.filter(({ status }) => status === 'BOOKED').map(({ name }) => name)).toEqual([
      'Stalls · Row A · Seat 12a',
      'Pit · Place 2',
    ]);
    const { body } = await api.get(`/api/shows/${id}/seats/status`);
    expect(body).toMatchObject({
      totalSeats: 9,
      status: Buffer.from([0b00_10_00_00, 0b10_00_00_00, 0]).toString('base64'),
    });
    const taken = await book(id, wanted);
    expect([taken.status, taken.body.code]).toEqual([409, 'seat-taken']);
  });

  it('finds the best seats of a section or a category, and places where people stand', async () => {
    const { id } = (await create()).body;
    const best = async (wish: string) => {
      const { offers, largest } = (await api.get(`/api/shows/${id}/offers?${wish}`)).body;
      return [offers[0]?.seats.map(({ name }) => name), largest];
    };
    expect(await best('quantity=4')).toEqual([NAMES.slice(0, 4), 4]);
    expect(await best(`quantity=2&section=${keys['Gallery']}`)).toEqual([NAMES.slice(4, 6), 2]);
    expect(await best(`quantity=3&category=${keys['Floor']}`)).toEqual([NAMES.slice(6), 3]);
  });

  it('has a price for each category, also the lowest one', async () => {
    const amounts = { Front: 4_500, Back: 2_000, Floor: 1_000 };
    const categories = Object.entries(amounts).map(([name, amount]) => ({ category: keys[name], amount }));
    const { id } = (await create({ prices: { currency: 'EUR', categories } })).body;
    const wanted = idsOf(await seatsOf(id), 'Stalls · Row A · Seat 11', 'Gallery · Row A · Seat 1', 'Pit · Place 3');
    expect((await book(id, wanted)).body.price).toMatchObject({ total: 7_500 });
    const { offers } = (await api.get(`/api/shows/${id}/offers?quantity=1`)).body;
    const cheap = offers.find(({ preference }) => preference === 'price');
    expect(cheap?.seats.map(({ name }) => name)).toEqual(['Pit · Place 1']);
  });

  it.each<[string, () => object, string, string | undefined]>([
    ['of an unknown plan', () => ({ planId: 'f'.repeat(24) }), 'unknown-plan', undefined],
    ['of a version that it does not have', () => ({ planVersion: 2 }), 'validation-failed', 'planVersion'],
    ['with a size too', () => ({ totalSeats: 9 }), 'validation-failed', 'planId'],
    [
      'without the price of a category',
      () => ({ prices: { currency: 'EUR', categories: [{ category: keys['Front'], amount: 1 }] } }),
      'validation-failed',
      'prices.categories',
    ],
  ])('is not made %s, and nothing of it is left', async (_, changes, code, field) => {
    const before = await api.stored('seats').countDocuments();
    const { body } = await create(changes());
    expect([body.code, body.fields?.[0]?.field]).toEqual([code, field]);
    expect(await api.stored('seats').countDocuments()).toBe(before);
  });

  it('is not made of a plan that was never published', async () => {
    const { body } = await api.post('/api/admin/plans', {
      token: admin.token,
      body: { name: 'New', template: 'rows' },
    });
    const refused = await create({ planId: body.planId });
    expect([refused.status, refused.body.code]).toEqual([400, 'validation-failed']);
    expect(refused.body.detail).toMatch(/publish it first/);
  });

  it('is deleted with all its seats while it is a draft', async () => {
    const { id } = (await create({ publish: false })).body;
    expect(await api.stored('seats').countDocuments({ show_id: api.objectId(id) })).toBe(9);
    await api.delete(`/api/admin/shows/${id}`, { token: admin.token });
    expect(await api.stored('seats').countDocuments({ show_id: api.objectId(id) })).toBe(0);
  });
});

interface Layout {
  readonly categories: readonly { readonly key: string; readonly name: string }[];
  readonly sections: readonly { readonly key: string; readonly name: string }[];
}
