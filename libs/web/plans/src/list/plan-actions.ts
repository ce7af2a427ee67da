import { DOCUMENT, inject, Injectable, signal } from '@angular/core';
import {
  Api,
  deletePlan,
  duplicatePlan,
  editPlan,
  exportPlan,
  listPlans,
  Pages,
  PlanFormat,
  PlanResponse,
  Problem,
  readProblem,
} from '@modex/web-api-client';
import { Confirmations, isolated, saveFile } from '@modex/web-ui';

const PAGE = 25;

/** What became of the last press. */
export interface PlanNews {
  readonly headline: string;
  readonly more: readonly string[];
}

/** The plans, those that are put away or the others, and what can be done with each. */
@Injectable()
export class PlanActions {
  private readonly api = inject(Api);
  private readonly confirmations = inject(Confirmations);
  private readonly page = inject(DOCUMENT);

  readonly archived = signal(false);
  readonly pages = new Pages(
    (cursor) => this.api.invoke(listPlans, { limit: PAGE, cursor, ...(this.archived() && { archived: 'only' }) }),
    ({ planId }) => planId,
  );
  readonly refused = signal<Problem | undefined>(undefined);
  readonly news = signal<PlanNews | undefined>(undefined);

  async show(archived: boolean): Promise<void> {
    this.archived.set(archived);
    this.news.set(undefined);
    this.refused.set(undefined);
    await this.pages.open();
  }

  async duplicate({ planId, name }: PlanResponse): Promise<void> {
    const copy = $localize`${name}:name: (copy)`;
    await this.write($localize`${isolated(copy)}:name: is a copy of it.`, () =>
      this.api.invoke(duplicatePlan, { planId, body: { name: copy } }),
    );
  }

  async archive({ planId, name, archived }: PlanResponse): Promise<void> {
    const done = archived
      ? $localize`${isolated(name)}:name: is offered for shows again.`
      : $localize`${isolated(name)}:name: is put away. Shows that use it stay as they are.`;
    await this.write(done, () => this.api.invoke(editPlan, { planId, body: { archived: !archived } }));
  }

  async remove({ planId, name }: PlanResponse): Promise<void> {
    const question = {
      headline: $localize`Delete ${isolated(name)}:name:?`,
      consequences: [$localize`The drawing is gone for good.`, $localize`No show uses it: it was never published.`],
      confirm: $localize`Delete the plan`,
      keep: $localize`Keep it`,
    };
    if (!(await this.confirmations.ask(question))) return;
    await this.write($localize`${isolated(name)}:name: is deleted.`, () => this.api.invoke(deletePlan, { planId }));
  }

  /** Saves the draft of a plan as a file, and tells what the file cannot carry. */
  async export({ planId, name }: PlanResponse, format: PlanFormat): Promise<void> {
    this.clear();
    try {
      const { body, headers } = await this.api.invoke$Response(exportPlan, { planId, format });
      saveFile(body, fileName(headers.get('Content-Disposition'), `${name}.${format}`), this.page);
      const more = lossesOf(headers.get('Plan-Losses'));
      const headline =
        more.length === 0
          ? $localize`The file is saved; it has everything.`
          : $localize`The file is saved. It could not carry:`;
      this.news.set({ headline, more });
    } catch (error) {
      this.refused.set(readProblem(error));
    }
  }

  private async write(done: string, change: () => Promise<unknown>): Promise<void> {
    this.clear();
    try {
      await change();
      this.news.set({ headline: done, more: [] });
    } catch (error) {
      this.refused.set(readProblem(error));
    }
    await this.pages.open();
  }

  private clear(): void {
    this.refused.set(undefined);
    this.news.set(undefined);
  }
}

/** The name that the API gives to the file (RFC 6266). */
export function fileName(disposition: string | null, otherwise: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1];
  return encoded === undefined ? otherwise : decodeURIComponent(encoded);
}

/** What the file could not carry. */
function lossesOf(header: string | null): readonly string[] {
  const losses: unknown = header === null ? [] : JSON.parse(decodeURIComponent(header));
  return Array.isArray(losses) ? losses.filter((loss) => typeof loss === 'string') : [];
}
