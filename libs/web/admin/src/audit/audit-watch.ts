import { computed, inject, Injectable, signal } from '@angular/core';
import { Api, AuditResponse, getAudit, Problem, readProblem, runAudit } from '@modex/web-api-client';
import { repeatWhileVisible } from '@modex/web-ui';

/** How often a running audit is asked for its progress, and a resting one for a newer report; milliseconds. */
export const RUNNING_REFRESH_MS = 1000;
export const RESTING_REFRESH_MS = 30_000;

/** The audit as the API tells it: the last report and the progress; asks again by itself while the page is visible. */
@Injectable()
export class AuditWatch {
  private readonly api = inject(Api);
  private readonly audit = signal<AuditResponse | undefined>(undefined);
  private readonly repeat = repeatWhileVisible(
    () => this.ask(getAudit),
    () => (this.running() ? RUNNING_REFRESH_MS : RESTING_REFRESH_MS),
  );
  /** Counts the calls: an answer that another call has overtaken is dropped. */
  private call = 0;

  /** Why the last call failed; what was read before stays in view. */
  readonly problem = signal<Problem | undefined>(undefined);
  readonly starting = signal(false);
  readonly known = computed(() => this.audit() !== undefined);
  readonly last = computed(() => this.audit()?.last ?? undefined);
  readonly running = computed(() => this.audit()?.running ?? undefined);

  /** Reads how the audit stands now. */
  async look(): Promise<void> {
    await this.repeat.now();
  }

  /** Begins an audit; when one is running already, its progress is shown. */
  async run(): Promise<void> {
    this.repeat.stop();
    this.starting.set(true);
    await this.ask(runAudit);
    this.starting.set(false);
    this.repeat.later();
  }

  private async ask(question: typeof getAudit | typeof runAudit): Promise<void> {
    const call = ++this.call;
    try {
      const audit = await this.api.invoke(question, {});
      if (call !== this.call) return;
      this.audit.set(audit);
      this.problem.set(undefined);
    } catch (error) {
      if (call === this.call) this.problem.set(readProblem(error));
    }
  }
}
