import { AuditReportResponse } from '@modex/web-api-client';
import { saveReport } from './report-file';

const REPORT: AuditReportResponse = {
  startedAt: '2026-11-22T16:00:00.000Z',
  durationMs: 12,
  shows: 1,
  seats: 4,
  confirmedBookings: 0,
  seatsInFlight: 0,
  counts: [],
  violations: [],
};

it('saves the report as JSON under the day of the audit', () => {
  jest.useFakeTimers();
  let saved = new Blob();
  let name = '';
  const keep = (file: Blob): string => {
    saved = file;
    return 'blob:report';
  };
  Object.assign(URL, { createObjectURL: keep, revokeObjectURL: () => undefined });
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    name = this.download;
  });
  saveReport(REPORT, document);
  expect(name).toBe('modex-audit-2026-11-22.json');
  expect(saved.type).toBe('application/json');
  expect(saved.size).toBe(`${JSON.stringify(REPORT, undefined, 2)}\n`.length);
  jest.restoreAllMocks();
  jest.useRealTimers();
});
