import { startTestApi, TestApi } from '@modex/testing/activity';
import { NewActivity } from './activity';
import { ActivityLog } from './activity-log';

const [BOOKING, OTHER, ADMIN] = ['b', 'c', 'a'].map((letter) => letter.repeat(24)) as [string, string, string];

describe('the activity log', () => {
  let api: TestApi;
  let log: ActivityLog;
  beforeAll(async () => {
    api = await startTestApi();
    log = api.find(ActivityLog);
  });
  afterAll(() => api?.close());
  afterEach(() => api.connection.collection('activities').deleteMany({}));

  const entry = (event: string, changes: Partial<NewActivity> = {}): NewActivity => ({
    event,
    at: new Date(1_000),
    by: ADMIN,
    action: 'booking.cancel',
    of: { kind: 'booking', id: BOOKING },
    before: { status: 'CONFIRMED', seats: ['Row A, seat 1'] },
    after: { status: 'CANCELLED', seats: [] },
    reason: '$ill',
    ...changes,
  });
  const listed = async (ofId?: string) => (await log.list({ limit: 10 }, ofId)).map(({ event }) => event);

  it('keeps who did what to what, when, why, and what it was before and after', async () => {
    await log.record(entry('one'));
    expect(await log.list({ limit: 10 })).toEqual([{ ...entry('one'), id: expect.stringMatching(/^[0-9a-f]{24}$/) }]);
  });

  it('keeps that there was nothing before, and no reason', async () => {
    await log.record(entry('one', { before: null, reason: undefined }));
    const [kept] = await log.list({ limit: 10 });
    expect(kept?.before).toBeNull();
    expect(kept).not.toHaveProperty('reason');
  });

  it('keeps an entry once that is told twice, also at once, and the first time counts', async () => {
    await log.record(entry('one'));
    await Promise.all([1, 2, 3].map(() => log.record(entry('one', { reason: 'another' }))));
    const kept = await log.list({ limit: 10 });
    expect(kept.map(({ reason }) => reason)).toEqual(['$ill']);
  });

  it('tells the latest first, page after page, and one more than asked for', async () => {
    for (const [event, at] of [
      ['one', 1],
      ['two', 2],
      ['three', 2],
      ['four', 3],
    ] as const) {
      await log.record(entry(event, { at: new Date(at) }));
    }
    const first = await log.list({ limit: 2 });
    expect(first.map(({ event }) => event)).toEqual(['four', 'three', 'two']);
    const { at: time, id } = first[1] as (typeof first)[number];
    expect((await log.list({ limit: 2, after: { time, id } })).map(({ event }) => event)).toEqual(['two', 'one']);
  });

  it('tells what was done to one thing', async () => {
    await log.record(entry('one'));
    await log.record(entry('two', { of: { kind: 'booking', id: OTHER } }));
    expect(await listed(OTHER)).toEqual(['two']);
    expect(await listed()).toEqual(['two', 'one']);
  });
});
