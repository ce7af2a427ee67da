import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { Api, AuditResponse, getAudit, Problem, reading, readProblem, runAudit } from '@modex/web-api-client';

/** Milliseconds between two reads: while an audit runs, for its progress; otherwise for a newer report. */
export const RUNNING_REFRESH_MS = 1000;
export const RESTING_REFRESH_MS = 30_000;

/** The audit as the API tells it: the last report and the progress; asks again by itself while the page is visible. */
@Injectable()
export class AuditStatus {
  private readonly api = inject(Api);

  readonly reading = reading<true, AuditResponse>({
    params: () => true,
    read: () => this.api.invoke(getAudit),
    pause: (audit) => (audit?.running ? RUNNING_REFRESH_MS : RESTING_REFRESH_MS),
  });
  /** Why no audit could be started; shown until the next answer. */
  private readonly refused = linkedSignal<AuditResponse | undefined, Problem | undefined>({
    source: this.reading.value,
    computation: () => undefined,
  });
  /** Why the last call failed; what was read before stays in view. */
  readonly problem = computed(() => this.refused() ?? this.reading.problem() ?? this.reading.behind());
  readonly starting = signal(false);
  readonly known = computed(() => this.reading.value() !== undefined);
  readonly last = computed(() => this.reading.value()?.last ?? undefined);
  readonly running = computed(() => this.reading.value()?.running ?? undefined);

  /** Begins an audit; when one is running already, its progress is shown. */
  async run(): Promise<void> {
    this.starting.set(true);
    try {
      this.reading.set(await this.api.invoke(runAudit));
    } catch (error) {
      this.refused.set(readProblem(error));
    }
    this.starting.set(false);
  }
}
