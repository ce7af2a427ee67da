import { AuditService } from '@modex/api-audit';
import { PlanSwitchSweep } from '@modex/api-shows/protocol';
import { eventually, inDays, TestReply } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi } from '@modex/testing/admin';

const TABLE = `section,row,seat,category,x,y
Stalls,A,1,Front,0,200
Stalls,A,2,Front,50,200
Stalls,A,3,Front,100,200
Stalls,A,4,Front,150,200
Stalls,B,1,Back,0,300
Stalls,B,2,Back,50,300
`;
const BUSY = { sweep_at: { $exists: true } };

describe('a show that switches to a later version of its plan', () => {
  let api: TestApi;
  let admin: SignedInUser;
  let planId: string;
  let categories: Record<string, string>;

  beforeAll(async () => {
    api = await startTestApi();
    admin = await api.admin();
    await drawPlan();
  });
  afterAll(() => api?.close());

  const ofAdmin = (method: 'GET' | 'POST', url: string, body?: object): Promise<TestReply> => {
    const path = `/api/admin${url}`;
    return method === 'GET' ? api.get(path, { token: admin.token }) : api.post(path, { token: admin.token, body });
  };

  /** Version 2: A2 vanishes, A3 and A4 move up and are called A2 and A3, A4 is new, B2 costs what the front costs. */
  async function drawPlan(): Promise<void> {
    const headers = { 'content-type': 'application/octet-stream', authorization: `Bearer ${admin.token}` };
    const url = '/api/admin/plans/import?format=csv&name=Great%20hall';
    planId = (await api.app.inject({ method: 'POST', url, headers, payload: TABLE })).json().planId;
    await publish();
    const { body } = await api.get(`/api/plans/${planId}/versions/1/layout`);
    categories = Object.fromEntries((body as never as Layout).categories.map(({ key, name }) => [name, key]));
    const [a, b] = ['/sections/0/rows/0/places', '/sections/0/rows/1/places'];
    const place = { number: 6, label: '4', x: 200, y: 0, category: categories['Front'] };
    await publish([
      { op: 'remove', path: `${a}/1` },
      { op: 'replace', path: `${a}/1/label`, value: '2' },
      { op: 'replace', path: `${a}/2/label`, value: '3' },
      { op: 'add', path: `${a}/-`, value: place },
      { op: 'replace', path: `${b}/1/category`, value: categories['Front'] },
    ]);
  }

  async function publish(changes: readonly object[] = []): Promise<void> {
    const { revision } = (await ofAdmin('GET', `/plans/${planId}`)).body;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${admin.token}` };
    const draft = { method: 'PATCH', url: `/api/admin/plans/${planId}/draft`, headers } as const;
    const payload = JSON.stringify({ revision, changes });
    const drawn = changes.length === 0 ? { revision } : (await api.app.inject({ ...draft, payload })).json();
    const published = await ofAdmin('POST', `/plans/${planId}/publish`, { revision: drawn.revision });
    expect(published.status).toBe(200);
  }

  const show = async (changes: object = {}): Promise<Shown> => {
    const body = { title: 'A show', startTime: inDays(365), planId, planVersion: 1, ...changes };
    const { body: made } = await ofAdmin('POST', '/shows', body);
    const { seats } = (await api.get(`/api/shows/${made.id}/seats`)).body;
    return {
      id: made.id,
      version: 0,
      seatOf: Object.fromEntries(seats.map(({ name, id }) => [short(name), id])),
    };
  };
  const seatsOf = async ({ id }: Shown): Promise<Record<string, string>> => {
    const { seats } = (await api.get(`/api/shows/${id}/seats`)).body;
    return Object.fromEntries(seats.map(({ name, status }) => [short(name), status]));
  };
  const toSecond = ({ id, version }: Shown, changes: object = {}): Promise<TestReply> =>
    ofAdmin('POST', `/shows/${id}/plan`, { planVersion: 2, version, ...changes });
  const book = async (of: Shown, ...names: readonly string[]): Promise<TestReply> => {
    const { token, userId } = await api.guest();
    const seatIds = names.map((name) => of.seatOf[name]);
    return api.post(`/api/shows/${of.id}/book`, { token, body: { seatIds, userId } });
  };
  const stored = async ({ id }: Shown) => {
    const filter = { show_id: api.objectId(id) };
    return (await api.stored('seats').find(filter).sort({ _id: 1 }).toArray()) as readonly Record<string, unknown>[];
  };
  async function expectClean(): Promise<void> {
    await api.find(AuditService).runNow();
    const { last } = await eventually(async () => {
      const state = await api.find(AuditService).findState();
      expect(state.running).toBeUndefined();
      return state;
    });
    expect(last?.violations).toEqual([]);
  }

  it('has the seats of that version, by their names, and those that were sold stay', async () => {
    const of = await show();
    const booked = await book(of, 'A1', 'B1');
    const { status, body } = await toSecond(of);
    expect([status, body.planVersion, body.totalSeats, body.version]).toEqual([200, 2, 6, 1]);
    expect(await seatsOf(of)).toEqual({
      A1: 'BOOKED',
      A2: 'AVAILABLE',
      A3: 'AVAILABLE',
      A4: 'AVAILABLE',
      B1: 'BOOKED',
      B2: 'AVAILABLE',
    });
    const seats = await stored(of);
    expect(seats.map(({ row_number, seat_number, label }) => `${row_number}${seat_number}${label ?? ''}`)).toEqual([
      ...['A1', 'A2', 'A3', 'B1', 'B2', 'A4'],
    ]);
    expect(seats.map(({ category }) => category)).toEqual(
      ['Front', 'Front', 'Front', 'Back', 'Front', 'Front'].map((name) => categories[name]),
    );
    expect(
      seats.filter(({ label_before, since_before, block_id }) => label_before ?? since_before ?? block_id),
    ).toEqual([]);
    expect((await ofAdmin('GET', `/shows/${of.id}/changes`)).body.changes).toMatchObject([
      { field: 'planVersion', from: '1', to: '2', by: { userId: admin.userId } },
    ]);
    expect((await api.get(`/api/shows/${of.id}/seats/status`)).body.totalSeats).toBe(6);
    expect(booked.status).toBe(201);
    await expectClean();
  });

  it('sells the new and the renamed seats by their new names', async () => {
    const of = await show();
    await toSecond(of);
    const { seats } = (await api.get(`/api/shows/${of.id}/seats`)).body;
    const seatOf = Object.fromEntries(seats.map(({ name, id }) => [short(name), id]));
    expect(seatOf).toMatchObject({ A2: of.seatOf['A3'], A3: of.seatOf['A4'] });
    const booked = await book({ ...of, seatOf }, 'A2', 'A4');
    expect([booked.status, booked.body.seatIds]).toEqual([201, [seatOf['A2'], seatOf['A4']]]);
    expect((await book(of, 'A2')).body.code).toBe('unknown-seat');
  });

  it.each([
    ['sold and would vanish', 'A2', null],
    ['sold and would get another name', 'A3', 'A2'],
  ])('is refused while a seat is %s, which is told before and after', async (_, name, becomes) => {
    const of = await show();
    await book(of, name);
    const { body: preview } = await ofAdmin('GET', `/shows/${of.id}/plan?planVersion=2`);
    expect(preview).toMatchObject({
      seatsBefore: 6,
      seatsAfter: 6,
      added: 1,
      vanishing: 1,
      renamed: 2,
      recategorised: 1,
      inTheWay: 1,
    });
    const [seat] = preview.seats as never as readonly Preview[];
    if (seat === undefined) throw new Error('no seat is in the way');
    expect({ ...seat, name: short(seat.name), becomes: seat.becomes && short(seat.becomes) }).toEqual({
      ...{ seatId: of.seatOf[name], name, becomes, status: 'BOOKED' },
    });
    const refused = await toSecond(of);
    expect([refused.status, refused.body.code, refused.body.seatIds]).toEqual([409, 'seat-taken', [of.seatOf[name]]]);
    expect(await seatsOf(of)).toMatchObject({ [name]: 'BOOKED', A4: 'AVAILABLE' });
    expect((await ofAdmin('GET', `/shows/${of.id}`)).body).toMatchObject({ planVersion: 1, version: 0 });
  });

  it('is refused while such a seat is held, or blocked by staff, and not when they have let go', async () => {
    const of = await show();
    const customer = await api.guest();
    const hold = await api.hold(customer, of as never, [of.seatOf['A2'] as string]);
    await ofAdmin('POST', `/shows/${of.id}/seats/block`, { seatIds: [of.seatOf['A4']], reason: 'house' });
    expect((await toSecond(of)).body).toMatchObject({
      code: 'seat-taken',
      seatIds: [of.seatOf['A2'], of.seatOf['A4']],
    });
    const given = await api.delete(`/api/shows/${of.id}/holds/${hold.body.holdId}`, { token: customer.token });
    const released = await ofAdmin('POST', `/shows/${of.id}/seats/release`, { seatIds: [of.seatOf['A4']] });
    expect([given.status, released.status]).toEqual([204, 200]);
    expect(await toSecond(of)).toMatchObject({ status: 200 });
  });

  it('asks for prices where the categories of the versions need others, and takes them with the switch', async () => {
    const { Front: front = '', Back: back = '' } = categories;
    const prices = (amount: number) => ({
      ...{ currency: 'EUR', categories: [front, back].map((category) => ({ category, amount })) },
      ticketTypes: [{ key: 'adult', name: 'Adult', percent: 10_000 }],
    });
    const of = await show({ prices: prices(1_000) });
    const wrong = { ...prices(2_000), categories: [{ category: 'nowhere', amount: 1 }] };
    expect((await toSecond(of, { prices: wrong })).body.code).toBe('validation-failed');
    expect((await toSecond(of, { prices: prices(2_000) })).body.prices).toMatchObject({
      categories: [{ amount: 2_000 }, {}],
    });
    const { changes } = (await ofAdmin('GET', `/shows/${of.id}/changes`)).body;
    expect(changes.map(({ field }: { field: string }) => field).sort()).toEqual(['planVersion', 'prices']);
  });

  it('is refused for an earlier version, one that there is not, and what another admin changed meanwhile', async () => {
    const of = await show();
    expect((await toSecond(of, { planVersion: 7 })).body).toMatchObject({ status: 400, code: 'validation-failed' });
    expect((await toSecond(of, { version: 3 })).body).toMatchObject({ status: 409, code: 'show-changed' });
    expect((await toSecond(of)).status).toBe(200);
    expect((await toSecond(of)).status).toBe(200);
    expect((await toSecond(of, { planVersion: 1, version: 1 })).body).toMatchObject({
      status: 400,
      code: 'validation-failed',
    });
    const plain = await api.show({ totalSeats: 4 });
    expect((await toSecond({ id: plain.id, version: 0, seatOf: {} })).body.code).toBe('validation-failed');
  });

  it('is refused for a show that was cancelled', async () => {
    const of = await show();
    await ofAdmin('POST', `/shows/${of.id}/cancel`, {});
    expect((await toSecond(of)).body).toMatchObject({ status: 409, code: 'show-move-refused' });
  });

  describe('and whose process dies', () => {
    const planSwitch = async (of: Shown, set: object): Promise<void> => {
      await api.stored('shows').updateOne({ _id: api.objectId(of.id) }, { $set: set });
    };
    /** The process dies at the named step: nothing after it happens. */
    const dieAt = async (of: Shown, step: string): Promise<void> => {
      const steps = api.find(PlanSwitchSweep)['steps'] as unknown as Record<string, () => Promise<unknown>>;
      const spy = jest.spyOn(steps, step).mockRejectedValue(new Error('dead'));
      const undo = jest.spyOn(steps, 'undo').mockRejectedValue(new Error('dead'));
      await toSecond(of);
      spy.mockRestore();
      undo.mockRestore();
    };
    const due = { switch_due: new Date(0) };

    it('after the decision has the later version, and what is left is done by the sweep', async () => {
      const of = await show();
      await dieAt(of, 'finish');
      expect((await ofAdmin('GET', `/shows/${of.id}`)).body.planVersion).toBe(2);
      expect(await seatsOf(of)).toMatchObject({ A1: 'AVAILABLE', A2: 'BLOCKED', A3: 'BLOCKED', A4: 'AVAILABLE' });
      expect((await book(of, 'A1')).status).toBe(201);
      await planSwitch(of, due);
      await api.sweep();
      expect(await seatsOf(of)).toMatchObject({ A1: 'BOOKED', A2: 'AVAILABLE', A3: 'AVAILABLE', A4: 'AVAILABLE' });
      await expectClean();
    });

    it('before the decision has the earlier version, and the sweep gives the seats back', async () => {
      const of = await show();
      const before = await stored(of);
      const switches = api.find(PlanSwitchSweep)['switches'];
      const commit = jest.spyOn(switches, 'commit').mockRejectedValue(new Error('dead'));
      const giveUp = jest.spyOn(switches, 'giveUp').mockRejectedValue(new Error('dead'));
      expect((await toSecond(of)).status).toBe(500);
      commit.mockRestore();
      giveUp.mockRestore();
      expect(await seatsOf(of)).toMatchObject({ A2: 'BLOCKED', A3: 'BLOCKED', A4: 'BLOCKED', B1: 'AVAILABLE' });
      expect((await book(of, 'A3')).body.code).toBe('seat-taken');
      expect((await toSecond(of)).body).toMatchObject({ status: 409 });
      await planSwitch(of, due);
      await api.sweep();
      const after = await stored(of);
      expect(after.map((seat) => ({ ...seat, changed_at: undefined }))).toEqual(
        before.map((seat) => ({ ...seat, changed_at: undefined })),
      );
      expect(await toSecond(of)).toMatchObject({ status: 200 });
      await expectClean();
    });

    it('leaves alone what staff released, and what its sweep finds done', async () => {
      const of = await show();
      await toSecond(of);
      await planSwitch(of, { ...due, 'plan_switch.state': 'FINISHING' });
      await api.sweep();
      expect(await seatsOf(of)).toMatchObject({ A2: 'AVAILABLE', A3: 'AVAILABLE' });
      expect(
        await api.stored('shows').countDocuments({ _id: api.objectId(of.id), switch_due: { $exists: true } }),
      ).toBe(0);
    });
  });

  it('leaves no work behind', async () => {
    expect(
      await api.stored('shows').countDocuments({ 'plan_switch.state': { $in: ['PREPARING', 'FINISHING', 'UNDOING'] } }),
    ).toBe(0);
    expect(await api.stored('shows').countDocuments({ status: 'CREATING', ...BUSY })).toBe(0);
  });
});

interface Shown {
  readonly id: string;
  readonly version: number;
  /** Ids by names such as A1. */
  readonly seatOf: Readonly<Record<string, string>>;
}

interface Preview {
  readonly seatId: string;
  readonly name: string;
  readonly becomes: string | null;
}

interface Layout {
  readonly categories: readonly { readonly key: string; readonly name: string }[];
}

/** "A1" of "Stalls · Row A · Seat 1". */
function short(name: string): string {
  return name.replace(/^.*Row (\w+).* (\w+)$/, '$1$2');
}
