import { Component, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { LIMITS } from '@modex/domain';
import { ImportedPlanResponse, PlanFormat, PlanProblemResponse, Problem, readProblem } from '@modex/web-api-client';
import { Control, ControlState, counted, Field, Notice, WriteButton } from '@modex/web-ui';
import { guessFormat, planProblemsOf } from './plan-file';
import { PlanMaker } from './plan-maker';

const FREE: ControlState = { touched: () => false, errors: () => [] };

/** A plan from a file: what was made and every warning, or why it was refused. */
@Component({
  selector: 'mx-plan-import',
  imports: [Control, Field, MatButtonModule, Notice, RouterLink, WriteButton],
  providers: [PlanMaker],
  templateUrl: './plan-import.html',
  styles: `
    :host {
      display: grid;
      gap: var(--mx-gap-4);
      max-width: 34rem;
    }

    ul {
      margin: 0;
      padding-left: 1.2rem;
      overflow-wrap: anywhere;
    }

    code {
      font-size: 0.8125rem;
    }
  `,
})
export class PlanImport {
  private readonly maker = inject(PlanMaker);

  protected readonly types = '.json,.csv,.tsv,.txt';
  protected readonly free = FREE;
  protected readonly longest = LIMITS.planName;
  protected readonly file = signal<File | undefined>(undefined);
  protected readonly format = signal<PlanFormat>('pretix');
  protected readonly name = signal('');
  protected readonly made = signal<ImportedPlanResponse | undefined>(undefined);
  protected readonly refused = signal<Problem | undefined>(undefined);
  protected readonly wrong = signal<readonly PlanProblemResponse[]>([]);

  protected async choose(files: FileList | null): Promise<void> {
    const file = files?.[0];
    this.clear();
    this.file.set(file);
    if (file) this.format.set(await guessFormat(file));
  }

  protected chooseFormat(value: string): void {
    const format = (['modex', 'pretix', 'csv'] as const).find((one) => one === value);
    if (format) this.format.set(format);
  }

  protected async import(): Promise<void> {
    const file = this.file();
    if (file === undefined) return;
    this.clear();
    try {
      this.made.set(await this.maker.import(this.format(), file, this.name().trim()));
    } catch (error) {
      this.wrong.set(planProblemsOf(error));
      this.refused.set(readProblem(error));
    }
  }

  protected madeWords({ places }: ImportedPlanResponse): string {
    return counted(
      places,
      $localize`{n, plural, =1 {A plan of 1 place was made} other {A plan of ${places}:places: places was made}}`,
    );
  }

  private clear(): void {
    this.made.set(undefined);
    this.refused.set(undefined);
    this.wrong.set([]);
  }
}
