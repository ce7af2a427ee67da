import { DecimalPipe } from '@angular/common';
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiAlertOctagonOutline, mdiCheckDecagram } from '@mdi/js';
import { AuditReportResponse } from '@modex/web-api-client';
import { StatusChip } from '@modex/web-ui';

/** Every rule of the booking protocol with how often it was checked and broken, and the evidence of what is broken. */
@Component({
  selector: 'mx-audit-rules',
  imports: [DecimalPipe, RouterLink, StatusChip],
  templateUrl: './audit-rules.html',
  styleUrl: './audit-rules.scss',
})
export class AuditRules {
  readonly report = input.required<Pick<AuditReportResponse, 'counts' | 'violations'>>();

  protected readonly rules = computed(() => {
    const { counts, violations } = this.report();
    return counts.map((count) => ({
      ...count,
      word: violationsInWords(count.violations),
      icon: count.violations === 0 ? mdiCheckDecagram : mdiAlertOctagonOutline,
      evidence: violations.filter(({ rule }) => rule === count.rule),
    }));
  });
}

/** "0 violations", "1 violation". */
export function violationsInWords(violations: number): string {
  return `${violations.toLocaleString('en-GB')} ${violations === 1 ? 'violation' : 'violations'}`;
}
