import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiAlertOctagonOutline, mdiCheckDecagram, mdiMinusCircleOutline } from '@mdi/js';
import { AuditReportResponse } from '@modex/web-api-client';
import { ChipTone, counted, NumberPipe, StatusChip, writeNumber } from '@modex/web-ui';
import { ViolatedShows } from './violated-shows';

/** Every rule of the booking protocol with how often it was checked and broken, and the evidence of what is broken. */
@Component({
  selector: 'mx-audit-rules',
  imports: [NumberPipe, RouterLink, StatusChip],
  providers: [ViolatedShows],
  templateUrl: './audit-rules.html',
  styleUrl: './audit-rules.scss',
})
export class AuditRules {
  readonly report = input.required<Pick<AuditReportResponse, 'counts' | 'violations'>>();

  protected readonly rules = computed(() => {
    const { counts, violations } = this.report();
    return counts.map((count) => ({
      ...count,
      ...chipOf(count),
      evidence: violations.filter(({ rule }) => rule === count.rule),
    }));
  });
  protected readonly unnamed = $localize`The show`;
  protected readonly titles = inject(ViolatedShows).titlesOf(
    computed(() => this.report().violations.map(({ showId }) => showId)),
  );

  protected evidenceOf(rule: string): string {
    return $localize`Evidence: ${rule}:rule:`;
  }
}

function chipOf({ checked, violations }: AuditReportResponse['counts'][number]): RuleChip {
  if (violations > 0) return { word: violationsInWords(violations), icon: mdiAlertOctagonOutline, tone: 'bad' };
  if (checked === 0) return { word: $localize`Nothing to check yet`, icon: mdiMinusCircleOutline, tone: 'quiet' };
  return { word: violationsInWords(0), icon: mdiCheckDecagram, tone: 'good' };
}

interface RuleChip {
  readonly word: string;
  readonly icon: string;
  readonly tone: ChipTone;
}

/** "0 violations", "1 violation". */
function violationsInWords(violations: number): string {
  const found = writeNumber(violations);
  return counted(violations, $localize`{n, plural, =1 {1 violation} other {${found}:violations: violations}}`);
}
