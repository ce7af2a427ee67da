import { computed, DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { Api, AuditResponse, getAudit, Problem, readProblem, runAudit } from '@modex/web-api-client';

/** How often a running audit is asked for its progress, and a resting one for a newer report; milliseconds. */
export const RUNNING_REFRESH_MS = 1000;
export const RESTING_REFRESH_MS = 30_000;

/** The audit as the API tells it: the last report and the progress; asks again by itself while the page is visible. */
@Injectable()
export class AuditWatch {
  private readonly api = inject(Api);
  private readonly page = inject(DOCUMENT);
  private readonly audit = signal<AuditResponse | undefined>(undefined);
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the calls: an answer that another call has overtaken is dropped. */
  private call = 0;

  /** Why the last call failed; what was read before stays in view. */
  readonly problem = signal<Problem | undefined>(undefined);
  readonly starting = signal(false);
  readonly known = computed(() => this.audit() !== undefined);
  readonly last = computed(() => this.audit()?.last ?? undefined);
  readonly running = computed(() => this.audit()?.running ?? undefined);

  constructor() {
    const looked = (): void => {
      if (this.page.visibilityState === 'visible') void this.look();
    };
    this.page.addEventListener('visibilitychange', looked);
    inject(DestroyRef).onDestroy(() => {
      this.page.removeEventListener('visibilitychange', looked);
      this.stop();
    });
  }

  /** Reads how the audit stands now. */
  async look(): Promise<void> {
    await this.ask(() => this.api.invoke(getAudit, {}));
  }

  /** Begins an audit; when one is running already, its progress is shown. */
  async run(): Promise<void> {
    this.starting.set(true);
    await this.ask(() => this.api.invoke(runAudit, {}));
    this.starting.set(false);
  }

  private async ask(question: () => Promise<AuditResponse>): Promise<void> {
    clearTimeout(this.timer);
    const call = ++this.call;
    try {
      const audit = await question();
      if (call !== this.call) return;
      this.audit.set(audit);
      this.problem.set(undefined);
    } catch (error) {
      if (call !== this.call) return;
      this.problem.set(readProblem(error));
    }
    this.schedule();
  }

  private schedule(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => {
        if (this.page.visibilityState === 'visible') void this.look();
      },
      this.running() ? RUNNING_REFRESH_MS : RESTING_REFRESH_MS,
    );
  }

  private stop(): void {
    this.call++;
    clearTimeout(this.timer);
  }
}
