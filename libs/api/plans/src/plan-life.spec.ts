import { eventually } from '@modex/testing';
import { startTestApi, TestApi } from '@modex/testing/plans';
import { ActivityLog } from '@modex/api-activity';
import { PlanDrawing, SeatSection } from '@modex/domain';
import { latestVersion, PlanRecord } from './plan';
import { EDITOR, OTHER, testDrawing } from './plan.builder';
import { PlanContents } from './plan-contents';
import { PlanDraftService } from './plan-draft.service';
import { PlanPublicationService } from './plan-publication.service';
import { PlanService } from './plan.service';

const UNKNOWN = 'f'.repeat(24);

describe('a plan', () => {
  let api: TestApi;
  let plans: PlanService;
  let drafts: PlanDraftService;
  let publication: PlanPublicationService;
  beforeAll(async () => {
    api = await startTestApi();
    [plans, drafts, publication] = [
      api.find(PlanService),
      api.find(PlanDraftService),
      api.find(PlanPublicationService),
    ];
  });
  afterAll(() => api?.close());

  const create = (drawing: Partial<PlanDrawing> = {}) => drafts.createFrom(testDrawing(drawing), EDITOR);
  const follow = ({ id: planId, revision }: PlanRecord) => ({ planId, revision, by: OTHER });
  const drawingOf = async ({ id }: PlanRecord) => (await plans.findDraft(id)).drawing;
  const change = (plan: PlanRecord, path: string, value: unknown) =>
    drafts.change(follow(plan), [{ op: 'replace', path, value }]);
  const code = (expected: string) => expect.objectContaining({ code: expected });
  const firstRow = (drawing: PlanDrawing) => (drawing.sections[0] as SeatSection).rows[0];

  it('begins as a template without a problem, or blank', async () => {
    for (const template of ['rows', 'theatre', 'tables', 'standing'] as const) {
      const plan = await drafts.create(template, { name: template, venue: 'Hall' }, EDITOR);
      const draft = await plans.judgeDraft(plan.id);
      expect([template, draft.problems, draft.drawing.venue]).toEqual([template, [], 'Hall']);
      expect(plan.places).toBeGreaterThan(50);
    }
    const blank = await drafts.create('blank', { name: 'Blank', venue: null }, EDITOR);
    expect((await plans.judgeDraft(blank.id)).problems.map((problem) => problem.code)).toEqual(['no-places']);
  });

  it('keeps its draft as it was saved, and who saved it', async () => {
    const plan = await create();
    const drawing = testDrawing({ name: 'Small hall', venue: '$venue', width: 12.5 });
    const saved = await drafts.save(follow(plan), JSON.parse(JSON.stringify(drawing)));
    expect(await drawingOf(plan)).toEqual(drawing);
    expect(saved.plan).toMatchObject({
      name: 'Small hall',
      venue: '$venue',
      revision: 2,
      editedBy: OTHER,
      places: 200,
    });
  });

  it('tells the second of two who save that he is, and keeps what the first saved', async () => {
    const plan = await create();
    const saves = ['one', 'two'].map((name) => drafts.save(follow(plan), testDrawing({ name })));
    const outcomes = await Promise.allSettled(saves);
    const [won, lost] = ['fulfilled', 'rejected'].map((status) =>
      outcomes.find((outcome) => outcome.status === status),
    );
    expect(lost).toMatchObject({ reason: code('plan-changed') });
    expect(won).toBeDefined();
    await expect(change(plan, '/name', 'three')).rejects.toEqual(code('plan-changed'));
    expect((await plans.find(plan.id)).revision).toBe(2);
  });

  it('is changed piece by piece, all of them or none', async () => {
    const plan = await create();
    const { plan: changed } = await drafts.change(follow(plan), [
      { op: 'replace', path: '/sections/0/rows/0/label', value: 'AA' },
      { op: 'remove', path: '/sections/0/rows/9' },
    ]);
    expect(changed).toMatchObject({ places: 180, revision: 2 });
    const broken = [
      { op: 'replace', path: '/name', value: 'other' },
      { op: 'remove', path: '/sections/7' },
    ] as const;
    await expect(drafts.change(follow(changed), broken)).rejects.toEqual(code('validation-failed'));
    await expect(change(changed, '/sections/0/rows/0/places/0/x', 'far')).rejects.toMatchObject({
      code: 'plan-has-problems',
      facts: { problems: [{ code: 'wrong-shape', at: '/sections/0/rows/0/places/0/x' }] },
    });
    const now = await drawingOf(plan);
    expect([now.name, firstRow(now)?.label]).toEqual(['Great hall', 'AA']);
  });

  it('has a draft with problems, which are told, but not one that is too large', async () => {
    const plan = await create();
    const { problems, plan: changed } = await change(plan, '/sections/0/rows/1/label', 'A');
    expect(problems).toEqual([expect.objectContaining({ code: 'same-row', at: '/sections/0/rows/1/label' })]);
    const standing = { kind: 'standing', key: 'pit', name: 'Pit', x: 0, y: 0, rotation: 0, width: 10, height: 10 };
    const pit = { ...standing, category: 'standard', numbers: [{ first: 200, count: 99_801 }] };
    await expect(
      drafts.change(follow(changed), [{ op: 'add', path: '/sections/-', value: pit }]),
    ).rejects.toMatchObject({ facts: { problems: [{ code: 'too-many-places' }] } });
  });

  it('is published as versions that never change', async () => {
    const plan = await create();
    const first = await publication.publish(follow(plan));
    const { plan: changed } = await change(first, '/name', 'New name');
    const second = await publication.publish(follow(changed));
    expect([first, second].map(latestVersion)).toEqual([1, 2]);
    expect([await plans.findDrawing(plan.id, 1), await plans.findDrawing(plan.id, 2)].map(({ name }) => name)).toEqual([
      'Great hall',
      'New name',
    ]);
    const laidOut = await plans.findVersion(plan.id, 1);
    expect([laidOut?.size, laidOut?.layout.name]).toEqual([200, 'Great hall']);
    expect(await plans.findVersion(plan.id, 3)).toBeUndefined();
  });

  it('is published once by two who publish at once', async () => {
    const plan = await create();
    const outcomes = await Promise.allSettled([1, 2].map(() => publication.publish(follow(plan))));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(latestVersion(await plans.find(plan.id))).toBe(1);
  });

  it('is not published with an error, and all its problems are told', async () => {
    const plan = await create();
    const { plan: changed } = await drafts.change(follow(plan), [
      { op: 'replace', path: '/sections/0/rows/1/label', value: 'A' },
      { op: 'replace', path: '/sections/0/rows/0/places/1/x', value: -475 },
      { op: 'replace', path: '/categories/0/color', value: '#ffe066' },
    ]);
    await expect(publication.publish(follow(changed))).rejects.toMatchObject({
      code: 'plan-has-problems',
      facts: { problems: [{ code: 'same-row' }, { code: 'places-overlap' }, { code: 'weak-color' }] },
    });
    expect(latestVersion(await plans.find(plan.id))).toBe(0);
  });

  it('never gives the number of a place that is gone to another', async () => {
    const plan = await create();
    const published = await publication.publish(follow(plan));
    const { plan: less } = await drafts.change(follow(published), [{ op: 'remove', path: '/sections/0/rows/9' }]);
    expect(less.nextNumber).toBe(200);
    const second = await publication.publish(follow(less));
    const again = testDrawing({ nextNumber: 5 });
    const { plan: back, drawing } = await drafts.save(follow(second), again);
    expect([back.nextNumber, drawing.nextNumber]).toEqual([200, 200]);
    await expect(publication.publish(follow(back))).rejects.toMatchObject({
      facts: { problems: expect.arrayContaining([expect.objectContaining({ code: 'used-number', numbers: [180] })]) },
    });
  });

  it('is copied, renamed, put away and taken back', async () => {
    const plan = await create();
    const copy = await drafts.duplicate(plan.id, 'Copy', OTHER);
    expect(await drawingOf(copy)).toEqual({ ...(await drawingOf(plan)), name: 'Copy' });
    const edited = await publication.edit(plan.id, { name: 'Renamed', venue: 'There', archived: true }, OTHER);
    expect(edited).toMatchObject({ name: 'Renamed', venue: 'There', archived: true });
    expect((await drawingOf(plan)).name).toBe('Renamed');
    const ids = async (archived: boolean) => (await plans.list({ limit: 100 }, archived)).items.map(({ id }) => id);
    expect([(await ids(true)).includes(plan.id), (await ids(false)).includes(plan.id)]).toEqual([true, false]);
    await publication.edit(plan.id, { archived: false }, OTHER);
    expect(await ids(false)).toContain(plan.id);
  });

  it('is deleted with all it has unless it was published', async () => {
    const [plan, kept] = [await create(), await create()];
    await publication.publish(follow(kept));
    await expect(publication.remove(kept.id, EDITOR)).rejects.toEqual(code('plan-published'));
    await publication.remove(plan.id, EDITOR);
    await expect(plans.find(plan.id)).rejects.toEqual(code('unknown-plan'));
    const pieces = api.connection.collection('plan_pieces');
    expect(await pieces.countDocuments({ plan: api.objectId(plan.id) })).toBe(0);
    expect(await pieces.countDocuments({ plan: api.objectId(kept.id) })).toBe(2);
  });

  it('keeps no draft that was replaced, but those that became versions', async () => {
    let plan = await create();
    plan = await publication.publish(follow(plan));
    for (const name of ['one', 'two', 'three']) ({ plan } = await change(plan, '/name', name));
    const pieces = api.connection.collection('plan_pieces');
    // The layout and the drawing of the version, and the draft.
    expect(await pieces.countDocuments({ plan: api.objectId(plan.id) })).toBe(3);
    expect((await plans.findDrawing(plan.id, 1)).name).toBe('Great hall');
  });

  it('leaves in the activity log who made, published and put it away', async () => {
    const plan = await create();
    await publication.publish(follow(plan));
    await publication.archive(plan.id, true, EDITOR);
    await eventually(async () => {
      const entries = await api.find(ActivityLog).list({ limit: 10 }, plan.id);
      expect(entries.map(({ action, by }) => [action, by])).toEqual([
        ['plan.archive', EDITOR],
        ['plan.publish', OTHER],
        ['plan.create', EDITOR],
      ]);
    });
  });

  it('that does not exist is unknown to all', async () => {
    const nobody = { planId: UNKNOWN, revision: 1, by: EDITOR };
    for (const work of [
      () => plans.judgeDraft(UNKNOWN),
      () => drafts.save(nobody, testDrawing()),
      () => publication.publish(nobody),
      () => publication.remove(UNKNOWN, EDITOR),
      () => publication.archive(UNKNOWN, true, EDITOR),
    ]) {
      await expect(work()).rejects.toEqual(code('unknown-plan'));
    }
  });

  it('larger than one document is kept in pieces', async () => {
    const contents = api.find(PlanContents);
    const bytes = Buffer.alloc(17 * 1024 * 1024, 'x');
    bytes.write('the end', bytes.length - 7);
    const content = await contents.put(UNKNOWN, bytes);
    expect((await contents.get(content))?.equals(bytes)).toBe(true);
    await api.connection.collection('plan_pieces').deleteOne({ content: api.objectId(content), piece: 1 });
    expect(await contents.get(content)).toBeUndefined();
  });

  it('is read once by all who ask for a version at the same time, and then from memory', async () => {
    const plan = await publication.publish(follow(await create()));
    const read = () => Promise.all([1, 2, 3].map(() => plans.findVersion(plan.id, 1)));
    const commands = await api.commands.during(['plans', 'plan_pieces'], async () => {
      const [one, two] = await read();
      expect(one).toBe(two);
      await read();
    });
    expect(commands.map(({ collection }) => collection)).toEqual(['plans', 'plan_pieces']);
  });
});
