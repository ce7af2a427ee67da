import { Component, computed, DOCUMENT, inject, linkedSignal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatProgressBarModule } from '@angular/material/progress-bar';
import { mdiAlertOctagonOutline, mdiCheckDecagram, mdiClipboardSearchOutline } from '@mdi/js';
import { AuditReportResponse } from '@modex/web-api-client';
import {
  BlankState,
  counted,
  Eyebrow,
  Heading,
  Icon,
  Notice,
  NumberPipe,
  Page,
  PageStates,
  Skeleton,
  TimePipe,
  WriteButton,
  writeNumber,
} from '@modex/web-ui';
import { AuditRules } from './audit-rules';
import { AuditStatus } from './audit-status';
import { saveReport } from './report-file';

/** The audit page: the last report, the progress of a running audit, and the button to begin one. */
@Component({
  imports: [
    AuditRules,
    BlankState,
    NumberPipe,
    Eyebrow,
    Heading,
    Icon,
    MatButtonModule,
    MatProgressBarModule,
    Notice,
    Page,
    PageStates,
    Skeleton,
    TimePipe,
    WriteButton,
  ],
  providers: [AuditStatus],
  templateUrl: './audit-page.html',
  styleUrl: './audit-page.scss',
})
export class AuditPage {
  private readonly page = inject(DOCUMENT);

  protected readonly audit = inject(AuditStatus);
  protected readonly icons = {
    good: mdiCheckDecagram,
    bad: mdiAlertOctagonOutline,
    none: mdiClipboardSearchOutline,
  };
  protected readonly busy = computed(() => this.audit.starting() || this.audit.running() !== undefined);
  protected readonly verdict = computed(() => verdictOf(this.audit.last()?.counts ?? []));
  protected readonly percent = computed(() => {
    const { showsDone = 0, showsTotal = 0 } = this.audit.running() ?? {};
    return showsTotal > 0 ? Math.floor((showsDone / showsTotal) * 100) : 0;
  });
  protected readonly broken = computed(() =>
    (this.audit.last()?.counts ?? []).some(({ violations }) => violations > 0),
  );
  protected readonly numbers = computed(() => numbersOf(this.audit.last()));
  /** What is announced: the start, each quarter of the way, the result. A report that was there before is not announced. */
  protected readonly news = linkedSignal<string, string>({
    source: computed(() => this.progressInWords()),
    computation: (now, before) => {
      if (now) return now;
      return before?.value ? $localize`The audit is done: ${this.verdict()}:result:` : '';
    },
  });

  protected download(report: AuditReportResponse): void {
    saveReport(report, this.page);
  }

  private progressInWords(): string {
    if (!this.audit.running()) return '';
    const quarter = Math.floor(this.percent() / 25) * 25;
    return quarter === 0
      ? $localize`The audit is running.`
      : $localize`The audit is running: ${quarter}:quarter: percent.`;
  }
}

function verdictOf(counts: AuditReportResponse['counts']): string {
  const sum = (of: (count: AuditReportResponse['counts'][number]) => number): number =>
    counts.reduce((total, count) => total + of(count), 0);
  const checks = writeNumber(sum(({ checked }) => checked));
  const violations = sum((count) => count.violations);
  const found = writeNumber(violations);
  return counted(
    violations,
    $localize`{n, plural, =1 {1 violation in ${checks}:checks: checks} other {${found}:violations: violations in ${checks}:checks: checks}}`,
  );
}

function numbersOf(report: AuditReportResponse | undefined) {
  return [
    { word: $localize`All shows`, count: report?.shows ?? 0 },
    { word: $localize`Seats`, count: report?.seats ?? 0 },
    { word: $localize`Confirmed bookings`, count: report?.confirmedBookings ?? 0 },
    { word: $localize`Seats in flight`, count: report?.seatsInFlight ?? 0 },
  ];
}
