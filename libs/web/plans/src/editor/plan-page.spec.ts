import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { DraftResponse } from '@modex/web-api-client';
import { Visitor } from '@modex/web-ui/testing';
import { templateDrawing } from '../templates/templates';
import { PlanPage } from './plan-page';

const DRAFT = '/api/admin/plans/p1/draft';

function draft(changes: Partial<DraftResponse> = {}): DraftResponse {
  const drawing = templateDrawing('classroom', 'Room 2.14');
  return {
    ...{ planId: 'p1', revision: 7, places: 30, nextNumber: 30, problems: [], editedBy: null },
    ...{ updatedAt: '2026-11-30T20:00:00.000Z', drawing: { ...drawing } },
    ...changes,
  };
}

describe('PlanPage', () => {
  let fixture: ComponentFixture<PlanPage>;
  let visitor: Visitor;

  beforeEach(async () => {
    jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    fixture = TestBed.createComponent(PlanPage);
    fixture.componentRef.setInput('planId', 'p1');
    TestBed.tick();
  });

  afterEach(() => {
    fixture.destroy();
    jest.restoreAllMocks();
  });

  const open = async (): Promise<void> => {
    await visitor.answer(`GET ${DRAFT}`, draft());
    await visitor.sees('30 places');
  };
  const addTable = async (): Promise<void> => {
    await visitor.press('Table');
    await visitor.press('Add in the middle of the view');
    await visitor.sees('36 places');
  };

  it('saves what was changed, by itself and as changes alone', async () => {
    await open();
    await addTable();
    const { request } = await visitor.answer(`PATCH ${DRAFT}`, { ...draft(), revision: 8, places: 36 });
    expect(request.body.revision).toBe(7);
    expect(request.body.changes.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining(['/nextNumber', '/sections/1']),
    );
    await visitor.sees('Saved');
    await visitor.press('Undo');
    await visitor.sees('30 places');
    const undone = await visitor.answer(`PATCH ${DRAFT}`, { ...draft(), revision: 9 });
    expect(undone.request.body).toEqual({
      revision: 8,
      changes: [{ op: 'replace', path: '/sections/length', value: 1 }],
    });
  });

  it('says that it is not saved, and tries again with all that came since', async () => {
    await open();
    await addTable();
    await visitor.refuse(`PATCH ${DRAFT}`, { status: 503, code: 'overloaded' });
    await visitor.sees('Not saved, trying again');
    await visitor.press('Add in the middle of the view');
    const { request } = await visitor.sent(`PATCH ${DRAFT}`);
    expect(request.body.changes.length).toBeGreaterThan(2);
  });

  it('knows its own save again when the answer was lost', async () => {
    await open();
    await addTable();
    const first = await visitor.sent(`PATCH ${DRAFT}`);
    first.flush({ status: 409, code: 'plan-changed' }, { status: 409, statusText: 'plan-changed' });
    const saved: object = JSON.parse(JSON.stringify(fixture.componentInstance['editor'].drawing()));
    await visitor.answer(`GET ${DRAFT}`, draft({ revision: 8, drawing: { ...saved } }));
    await visitor.sees('Saved');
    expect(fixture.componentInstance['editor'].saving.plan().revision).toBe(8);
    expect(visitor.buttonNames()).not.toContain('Look at theirs');
  });

  it('tells of the draft of somebody else, keeps both, and saves over it only if asked', async () => {
    await open();
    await addTable();
    await visitor.refuse(`PATCH ${DRAFT}`, { status: 409, code: 'plan-changed' });
    const theirs = { ...templateDrawing('cinema', 'Room 2.14') };
    const editedBy = { name: 'Grace', email: 'grace@example.org' };
    await visitor.answer(`GET ${DRAFT}`, draft({ revision: 9, drawing: theirs, editedBy: editedBy as never }));
    await visitor.sees('changed this plan meanwhile');
    await visitor.sees('36 places');
    await visitor.press('Look at theirs');
    await visitor.press('Back to mine');
    await visitor.press('Save mine over theirs');
    const { request } = await visitor.answer(`PUT ${DRAFT}`, { ...draft(), revision: 10 });
    expect([request.body.revision, request.body.drawing.sections.length]).toEqual([9, 2]);
    await visitor.sees('Saved');
  });

  it('publishes what is saved, after saving what was not', async () => {
    await open();
    await visitor.sees('Nothing is wrong with the plan.');
    await addTable();
    await visitor.press('Publish the plan');
    await visitor.answer(`PATCH ${DRAFT}`, { ...draft(), revision: 8 });
    const { request } = await visitor.answer('POST /api/admin/plans/p1/publish', { planId: 'p1', latestVersion: 1 });
    expect(request.body).toEqual({ revision: 8 });
    await visitor.sees('Version 1 is published');
  });

  it('names what must be mended, and does not publish it', async () => {
    await open();
    fixture.componentInstance['editor'].do('Break', (drawing) => {
      const [section] = drawing.sections;
      if (section?.kind === 'seats') for (const row of section.rows) row.label = 'A';
    });
    await visitor.sees('Two rows are named A in Room.');
    expect(visitor.canPress('Publish the plan')).toBe(false);
  });
});
