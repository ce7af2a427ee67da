import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { PlanResponse } from '@modex/web-api-client';
import { Visitor } from '@modex/web-ui/testing';
import { fileName } from './plan-actions';
import { planState } from './plan-state';
import { PlansPage } from './plans-page';

const PLANS = '/api/admin/plans';
const [MORNING, NOON] = ['2026-11-30T08:00:00.000Z', '2026-11-30T12:00:00.000Z'];

function plan(changes: Partial<PlanResponse> = {}): PlanResponse {
  return {
    ...{ planId: 'p1', name: 'Great hall', venue: 'Kursaal', places: 304, revision: 3, latestVersion: 0 },
    ...{ versions: [], archived: false, editedBy: null, createdAt: MORNING, updatedAt: NOON },
    ...changes,
  };
}

describe('PlansPage', () => {
  let fixture: ComponentFixture<PlansPage>;
  let visitor: Visitor;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    fixture = TestBed.createComponent(PlansPage);
    TestBed.tick();
  });

  afterEach(() => fixture.destroy());

  const list = (...items: readonly PlanResponse[]) => visitor.answer(`GET ${PLANS}`, { items, nextCursor: null });

  it('offers to delete a plan only while it was never published', async () => {
    const versions = [{ version: 1, places: 304, publishedAt: NOON }];
    await list(plan(), plan({ planId: 'p2', name: 'Studio', latestVersion: 1, versions }));
    await visitor.sees('version 1 published');
    expect(visitor.buttonNames().filter((name) => name === 'Delete')).toHaveLength(1);
  });

  it('puts a plan away, and shows those that are', async () => {
    await list(plan());
    await visitor.press('Archive');
    const { request } = await visitor.answer(`PATCH ${PLANS}/p1`, plan({ archived: true }));
    expect(request.body).toEqual({ archived: true });
    await list();
    await visitor.sees('is put away');
    await visitor.press('Put away');
    await visitor.answer(`GET ${PLANS}?archived=only`, { items: [plan({ archived: true })], nextCursor: null });
    await visitor.sees('Use again');
  });

  it('says why a plan could not be copied', async () => {
    await list(plan());
    await visitor.press('Duplicate');
    await visitor.refuse(`POST ${PLANS}/p1/duplicate`, { status: 404, code: 'unknown-plan' });
    await list();
    await visitor.sees('There is no plan yet');
    expect(visitor.text()).not.toContain('is a copy of it');
  });
});

describe('a plan in the list', () => {
  it('is a draft, published, or changed since', () => {
    const versions = [{ version: 1, places: 304, publishedAt: NOON }];
    expect(planState(plan()).word).toBe('Draft');
    expect(planState(plan({ versions })).word).toBe('Published');
    expect(planState(plan({ versions, updatedAt: '2026-11-30T12:00:01.000Z' })).word).toBe('Changed since');
  });

  it('is saved under the name that the API gives to its file', () => {
    expect(fileName('attachment; filename="a-b.json"; filename*=UTF-8\'\'a%20%C3%A4.json', 'x')).toBe('a ä.json');
    expect(fileName(null, 'x.csv')).toBe('x.csv');
  });
});
