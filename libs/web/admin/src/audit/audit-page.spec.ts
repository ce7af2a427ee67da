import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { AuditReportResponse } from '@modex/web-api-client';
import { Visitor } from '@modex/web-ui/testing';
import { AuditPage } from './audit-page';

const REPORT: AuditReportResponse = {
  startedAt: '2026-11-22T16:00:00.000Z',
  durationMs: 1250,
  shows: 3,
  seats: 2400,
  confirmedBookings: 210,
  seatsInFlight: 2,
  counts: [
    { rule: 'double-owner', words: 'No seat stands in two confirmed bookings.', checked: 2352, violations: 0 },
    { rule: 'missing-seat', words: 'Every confirmed booking owns all its seats.', checked: 210, violations: 0 },
  ],
  violations: [],
};
const BROKEN: AuditReportResponse = {
  ...REPORT,
  counts: REPORT.counts.map((count) => ({ ...count, violations: count.rule === 'double-owner' ? 1 : 0 })),
  violations: [
    {
      rule: 'double-owner',
      showId: 's1',
      seatId: 'seat-7',
      bookingId: 'b9',
      detail: 'The seat stands in two confirmed bookings.',
    },
  ],
};
const LOOK = 'GET /api/admin/audit';
const running = (showsDone: number) => ({ startedAt: '2026-11-22T16:10:00.000Z', showsDone, showsTotal: 4 });

describe('AuditPage', () => {
  let fixture: ComponentFixture<AuditPage>;
  let visitor: Visitor;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    fixture = TestBed.createComponent(AuditPage);
    TestBed.tick();
  });

  afterEach(() => fixture.destroy());

  const rules = (): readonly string[] =>
    [...fixture.nativeElement.querySelectorAll('.rules > li')].map((rule) => rule.textContent.replace(/\s+/g, ' '));
  const news = (): string => fixture.nativeElement.querySelector('#audit-news').textContent;

  it('says of every rule that it has no violations, and how often it was checked', async () => {
    await visitor.answer(LOOK, { running: null, last: REPORT });
    await visitor.sees('0 violations in 2,562 checks');
    expect(rules()).toEqual([
      expect.stringMatching(/No seat stands in two .*Checked 2,352 times *0 violations/),
      expect.stringMatching(/Every confirmed booking .*Checked 210 times *0 violations/),
    ]);
    expect(visitor.text()).toContain('took 1.25 s');
    expect(news()).toBe('');
  });

  it('shows the evidence of a violation with ways to the show and the seat', async () => {
    await visitor.answer(LOOK, { running: null, last: BROKEN });
    await visitor.sees('1 violation in 2,562 checks');
    await visitor.answer('GET /api/admin/shows/s1', { id: 's1', title: 'Ondine' });
    await visitor.sees('Ondine');
    expect(rules()[0]).toMatch(/1 violation.*The seat stands in two confirmed bookings\..*Ondine.*s1.*seat-7.*b9/);
    expect(visitor.text()).toContain('Audit once more: what stays is real.');
    const links = [...fixture.nativeElement.querySelectorAll('ol a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/admin/shows/s1', '/admin/shows/s1/ledger?seat=seat-7']);
  });

  it('leads to a show by a plain name when its title cannot be read', async () => {
    await visitor.answer(LOOK, { running: null, last: BROKEN });
    await visitor.refuse('GET /api/admin/shows/s1', { status: 404, code: 'unknown-show' });
    await visitor.sees('What happened to this seat');
    expect(visitor.buttonNames()).toContain('The show');
  });

  it('does not praise a rule that had nothing to check', async () => {
    const counts = [{ rule: 'missing-seat' as const, words: 'Every confirmed booking …', checked: 0, violations: 0 }];
    await visitor.answer(LOOK, { running: null, last: { ...REPORT, counts } });
    await visitor.sees('Nothing to check yet');
  });

  it('polls a running audit until it is done, and says so', async () => {
    await visitor.answer(LOOK, { running: null, last: null });
    await visitor.sees('Nothing has been audited yet');
    await visitor.press('Audit now');
    await visitor.answer('POST /api/admin/audit/run', { running: running(0), last: null });
    await visitor.sees('0 of 4 shows');
    expect(visitor.canPress('Audit now')).toBe(false);
    await visitor.answer(LOOK, { running: running(3), last: null });
    await visitor.sees('The audit is running: 75 percent.');
    expect(fixture.nativeElement.querySelector('[role=progressbar]').getAttribute('aria-valuenow')).toBe('75');
    await visitor.answer(LOOK, { running: null, last: REPORT });
    await visitor.sees('The audit is done: 0 violations in 2,562 checks');
    await visitor.press('Audit now');
  });

  it('says why the audit cannot be read, and tries again', async () => {
    await visitor.refuse(LOOK, { status: 503, code: 'storage-unavailable' });
    await visitor.sees('The box office is away for a moment');
    await visitor.press('Try again');
    await visitor.answer(LOOK, { running: null, last: REPORT });
    await visitor.sees('0 violations in');
  });

  it('keeps the last report in view when an audit cannot be begun', async () => {
    await visitor.answer(LOOK, { running: null, last: REPORT });
    await visitor.press('Audit now');
    await visitor.refuse('POST /api/admin/audit/run', { status: 503, code: 'overloaded' });
    await visitor.sees('Very many people are here right now');
    expect(rules()).toHaveLength(2);
    await visitor.press('Audit now');
  });
});
