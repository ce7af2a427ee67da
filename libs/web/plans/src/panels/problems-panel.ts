import { Component, computed, DestroyRef, effect, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { PlanDrawing, PlanProblem, planProblems } from '@modex/domain';
import { Api, Problem, publishPlan, readProblem } from '@modex/web-api-client';
import { counted, isolated, Notice, WriteButton } from '@modex/web-ui';
import { Editor } from '../editor/editor';
import { planProblemsOf } from '../new/plan-file';

/** So long after the last change the plan is looked at, in milliseconds. */
const PAUSE_MS = 350;

/** What is wrong with the plan, as it is drawn; publishing it. */
@Component({
  selector: 'mx-problems-panel',
  imports: [MatButtonModule, Notice, WriteButton],
  template: `
    <p>{{ words() }}</p>
    @if (problems().length > 0) {
      <ul>
        @for (problem of problems(); track $index) {
          <li [attr.data-severity]="problem.severity">
            <strong>
              @if (problem.severity === 'error') {
                <ng-container i18n>Must be mended:</ng-container>
              } @else {
                <ng-container i18n>Look at it:</ng-container>
              }
            </strong>
            <bdi>{{ problem.message }}</bdi>
            @if (problem.numbers; as numbers) {
              <button
                matButton="text"
                type="button"
                [attr.aria-label]="showLabel(problem)"
                (click)="editor.showPlaces(numbers)"
              >
                <ng-container i18n>Show</ng-container>
              </button>
            }
          </li>
        }
      </ul>
    }
    @if (published()) {
      <mx-notice tone="success" [headline]="published()" />
    }
    @if (refused(); as problem) {
      <mx-notice tone="error" [headline]="problem.headline">{{ problem.nextStep }}</mx-notice>
    }
    <button
      i18n
      matButton="filled"
      type="button"
      disabledInteractive
      [disabled]="errors() > 0 || editor.saving.state() === 'conflict'"
      [mxWrite]="() => publish()"
    >
      Publish the plan
    </button>
    <p i18n>Shows are put on in a published version, which never changes. You can go on drawing the next one.</p>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--mx-gap-3);
    }

    p {
      font: var(--mx-text-small);
    }

    ul {
      max-height: 18rem;
      margin: 0;
      padding: 0;
      overflow-y: auto;
      list-style: none;
    }

    li {
      padding: var(--mx-gap-2) var(--mx-gap-3);
      border-inline-start: 4px solid var(--mat-sys-secondary);
      font: var(--mx-text-small);
      overflow-wrap: anywhere;
    }

    [data-severity='error'] {
      border-color: var(--mat-sys-error);
    }
  `,
})
export class ProblemsPanel {
  private readonly api = inject(Api);

  protected readonly editor = inject(Editor);
  protected readonly problems = signal<readonly PlanProblem[]>([]);
  protected readonly published = signal('');
  protected readonly refused = signal<Problem | undefined>(undefined);
  protected readonly errors = computed(() => this.problems().filter(({ severity }) => severity === 'error').length);
  protected readonly words = computed(() => {
    const [errors, all] = [this.errors(), this.problems().length];
    if (all === 0) return $localize`Nothing is wrong with the plan.`;
    if (errors === 0)
      return counted(all, $localize`{n, plural, =1 {1 thing to look at.} other {${all}:all: things to look at.}}`);
    return counted(
      errors,
      $localize`{n, plural, =1 {1 thing must be mended first.} other {${errors}:errors: things must be mended first.}}`,
    );
  });
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => this.lookSoon(this.editor.drawing()));
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected showLabel({ message }: PlanProblem): string {
    return $localize`Show: ${isolated(message)}:problem:`;
  }

  protected async publish(): Promise<void> {
    this.refused.set(undefined);
    this.published.set('');
    try {
      if (!(await this.editor.saving.flush())) return this.refused.set(this.editor.saving.problem());
      const { planId, revision } = this.editor.saving.plan();
      const { latestVersion } = await this.api.invoke(publishPlan, { planId, body: { revision } });
      this.published.set($localize`Version ${latestVersion}:version: is published`);
    } catch (error) {
      const told = planProblemsOf(error);
      if (told.length > 0) this.problems.set(told);
      this.refused.set(readProblem(error));
    }
  }

  private lookSoon(drawing: PlanDrawing): void {
    clearTimeout(this.timer);
    const look = (): void => this.problems.set(planProblems(drawing));
    // A hand that draws is never kept waiting: the plan is looked at when the browser has nothing else to do.
    const idle = (): unknown => (typeof requestIdleCallback === 'undefined' ? look() : requestIdleCallback(look));
    this.timer = setTimeout(idle, PAUSE_MS);
  }
}
