import { AuditReportResponse } from '@modex/web-api-client';
import { saveFile } from '@modex/web-ui';

/** "modex-audit-2026-11-22.json": the day on which the audit began, in UTC as in the file itself. */
export function reportFileName({ startedAt }: Pick<AuditReportResponse, 'startedAt'>): string {
  return `modex-audit-${startedAt.slice(0, 10)}.json`;
}

/** Hands the report to the browser as a JSON file. */
export function saveReport(report: AuditReportResponse, page: Document): void {
  const file = new Blob([`${JSON.stringify(report, undefined, 2)}\n`], { type: 'application/json' });
  saveFile(file, reportFileName(report), page);
}
