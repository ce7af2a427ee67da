import { AuditReportResponse } from '@modex/web-api-client';

/** Long enough for a browser to start the download, in milliseconds. */
const KEPT_MS = 10_000;

/** "modex-audit-2026-11-22.json": the day on which the audit began, in UTC as in the file itself. */
export function reportFileName({ startedAt }: Pick<AuditReportResponse, 'startedAt'>): string {
  return `modex-audit-${startedAt.slice(0, 10)}.json`;
}

/** Hands the report to the browser as a JSON file. */
export function saveReport(report: AuditReportResponse, page: Document): void {
  const file = new Blob([`${JSON.stringify(report, undefined, 2)}\n`], { type: 'application/json' });
  const address = URL.createObjectURL(file);
  const link = page.createElement('a');
  link.href = address;
  link.download = reportFileName(report);
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
