import { Component, computed, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Router } from '@angular/router';
import { PlanDrawing } from '@modex/domain';
import { Api, createPlan, Problem, readProblem, saveDraft } from '@modex/web-api-client';
import { Confirmations, isolated, Notice, WriteButton, WriteGate } from '@modex/web-ui';
import { Editor } from './editor';

/** Somebody else saved the same draft: both drawings are still there, and one decides. */
@Component({
  selector: 'mx-draft-conflict',
  imports: [MatButtonModule, Notice, WriteButton],
  providers: [WriteGate],
  template: `
    @if (editor.saving.theirs()) {
      <mx-notice tone="warning" [headline]="headline()">
        <ng-container i18n>Your work is kept here, but it is not saved. Look at theirs, then decide.</ng-container>
        <div noticeAction class="ways">
          <button matButton="outlined" type="button" (click)="look()">
            @if (editor.lookedAt()) {
              <ng-container i18n>Back to mine</ng-container>
            } @else {
              <ng-container i18n>Look at theirs</ng-container>
            }
          </button>
          <button i18n matButton="filled" type="button" [mxWrite]="() => saveCopy()">Save mine as a copy</button>
          <button i18n matButton="outlined" type="button" (click)="takeTheirs()">Take theirs</button>
          <button i18n matButton="outlined" type="button" [mxWrite]="() => overwrite()">Save mine over theirs</button>
        </div>
      </mx-notice>
    }
    @if (problem(); as refused) {
      <mx-notice tone="error" [headline]="refused.headline">{{ refused.nextStep }}</mx-notice>
    }
  `,
  styles: `
    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: var(--mx-gap-2);
    }
  `,
})
export class DraftConflict {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly confirmations = inject(Confirmations);

  protected readonly editor = inject(Editor);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly headline = computed(() => {
    const name = this.editor.saving.theirs()?.editedBy?.name;
    return name === undefined
      ? $localize`Somebody else changed this plan meanwhile`
      : $localize`${isolated(name)}:name: changed this plan meanwhile`;
  });

  protected look(): void {
    const theirs = this.editor.saving.theirs()?.drawing as PlanDrawing | undefined;
    this.editor.lookedAt.update((looked) => (looked ? undefined : theirs));
    this.editor.selectNothing();
    this.editor.fit();
  }

  /** A new plan with this drawing; the draft of the other one stays. */
  protected async saveCopy(): Promise<void> {
    this.problem.set(undefined);
    const drawing = this.editor.drawing();
    const name = $localize`${drawing.name}:name: (copy)`;
    try {
      const { planId, revision } = await this.api.invoke(createPlan, { body: { name } });
      await this.api.invoke(saveDraft, { planId, body: { revision, drawing: { ...drawing, name } } });
      this.editor.saving.forget();
      await this.router.navigate(['/admin/plans', planId]);
    } catch (error) {
      this.problem.set(readProblem(error));
    }
  }

  protected async takeTheirs(): Promise<void> {
    const theirs = this.editor.saving.theirs();
    const isSure = await this.confirmations.ask({
      headline: $localize`Take their drawing?`,
      consequences: [$localize`What you drew since your last save is gone.`],
      confirm: $localize`Take theirs`,
      keep: $localize`Keep mine`,
    });
    if (isSure && theirs) this.editor.begin(theirs.planId, theirs);
  }

  protected async overwrite(): Promise<void> {
    this.editor.lookedAt.set(undefined);
    await this.editor.saving.overwrite();
  }
}
