import { DecimalPipe } from '@angular/common';
import { Component, computed, DOCUMENT, inject, linkedSignal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatProgressBarModule } from '@angular/material/progress-bar';
import { mdiAlertOctagonOutline, mdiCheckDecagram, mdiClipboardSearchOutline, mdiLanDisconnect } from '@mdi/js';
import { AuditReportResponse } from '@modex/web-api-client';
import { BlankState, Eyebrow, Heading, Icon, Notice, Page, Skeleton, TimePipe } from '@modex/web-ui';
import { AuditRules, violationsInWords } from './audit-rules';
import { AuditWatch } from './audit-watch';
import { saveReport } from './report-file';

/** The audit: what was found last time, how far the running one is, and a way to begin one. */
@Component({
  imports: [
    AuditRules,
    BlankState,
    DecimalPipe,
    Eyebrow,
    Heading,
    Icon,
    MatButtonModule,
    MatProgressBarModule,
    Notice,
    Page,
    Skeleton,
    TimePipe,
  ],
  providers: [AuditWatch],
  templateUrl: './audit-page.html',
  styleUrl: './audit-page.scss',
})
export class AuditPage {
  private readonly page = inject(DOCUMENT);

  protected readonly watch = inject(AuditWatch);
  protected readonly icons = {
    good: mdiCheckDecagram,
    bad: mdiAlertOctagonOutline,
    none: mdiClipboardSearchOutline,
    failed: mdiLanDisconnect,
  };
  protected readonly busy = computed(() => this.watch.starting() || this.watch.running() !== undefined);
  protected readonly verdict = computed(() => verdictOf(this.watch.last()?.counts ?? []));
  protected readonly percent = computed(() => {
    const { showsDone = 0, showsTotal = 0 } = this.watch.running() ?? {};
    return showsTotal > 0 ? Math.floor((showsDone / showsTotal) * 100) : 0;
  });
  protected readonly broken = computed(() =>
    (this.watch.last()?.counts ?? []).some(({ violations }) => violations > 0),
  );
  protected readonly numbers = computed(() => numbersOf(this.watch.last()));
  /** What is said: the begin, each quarter of the way, the result. Nothing for a report that was there before. */
  protected readonly news = linkedSignal<string, string>({
    source: computed(() => this.progressInWords()),
    computation: (now, before) => {
      if (now) return now;
      return before?.value ? `The audit is done: ${this.verdict()}` : '';
    },
  });

  constructor() {
    void this.watch.look();
  }

  protected download(report: AuditReportResponse): void {
    saveReport(report, this.page);
  }

  private progressInWords(): string {
    if (!this.watch.running()) return '';
    const quarter = Math.floor(this.percent() / 25) * 25;
    return quarter === 0 ? 'The audit is running.' : `The audit is running: ${quarter} percent.`;
  }
}

function verdictOf(counts: AuditReportResponse['counts']): string {
  const sum = (of: (count: AuditReportResponse['counts'][number]) => number): number =>
    counts.reduce((total, count) => total + of(count), 0);
  const checks = sum(({ checked }) => checked).toLocaleString('en-GB');
  return `${violationsInWords(sum(({ violations }) => violations))} in ${checks} checks`;
}

function numbersOf(report: AuditReportResponse | undefined) {
  return [
    { name: 'Shows', count: report?.shows ?? 0 },
    { name: 'Seats', count: report?.seats ?? 0 },
    { name: 'Confirmed bookings', count: report?.confirmedBookings ?? 0 },
    { name: 'Seats in flight', count: report?.seatsInFlight ?? 0 },
  ];
}
