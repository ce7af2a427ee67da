import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiSeatOutline } from '@mdi/js';
import { Api, getDraft, reading } from '@modex/web-api-client';
import { BackLink, BlankState, Confirmations, counted, Dialogs, Heading, PageStates, Skeleton } from '@modex/web-ui';
import { placeCount } from '@modex/domain';
import { Background } from '../paint/canvas-layers';
import { AddPanel } from '../panels/add-panel';
import { CategoryPanel } from '../panels/category-panel';
import { ObjectsTree } from '../panels/objects-tree';
import { PicturePanel } from '../panels/picture-panel';
import { PlanPanel } from '../panels/plan-panel';
import { ProblemsPanel } from '../panels/problems-panel';
import { SelectionPanel } from '../panels/selection-panel';
import { Toolbox } from '../panels/toolbox';
import { DraftConflict } from './draft-conflict';
import { DraftSaving, SavingState } from './draft-saving';
import { Editor } from './editor';
import { pressKey } from './keys';
import { Leavable } from './may-leave';
import { PlanCanvas } from './plan-canvas';
import { PlanPreview } from './plan-preview';

const STATE_WORDS: Readonly<Record<SavingState, string>> = {
  saved: $localize`Saved`,
  waiting: $localize`Saving…`,
  saving: $localize`Saving…`,
  failed: $localize`Not saved, trying again`,
  conflict: $localize`Not saved: somebody else changed the plan`,
};

/** The editor of one plan. */
@Component({
  imports: [
    AddPanel,
    BackLink,
    BlankState,
    CategoryPanel,
    DraftConflict,
    Heading,
    MatButtonModule,
    ObjectsTree,
    PageStates,
    PicturePanel,
    PlanCanvas,
    PlanPanel,
    PlanPreview,
    ProblemsPanel,
    RouterLink,
    SelectionPanel,
    Skeleton,
    Toolbox,
  ],
  providers: [DraftSaving, Editor],
  templateUrl: './plan-page.html',
  styleUrl: './plan-page.scss',
  host: { '(window:beforeunload)': 'warn($event)', '(keydown)': 'press($event)' },
})
export class PlanPage implements Leavable {
  readonly planId = input.required<string>();

  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly confirmations = inject(Confirmations);
  protected readonly editor = inject(Editor);

  protected readonly reading = reading({
    params: () => this.planId(),
    read: (planId) => this.api.invoke(getDraft, { planId }),
  });
  protected readonly icon = mdiSeatOutline;
  protected readonly background = signal<Background | undefined>(undefined);
  protected readonly isPreviewed = signal(false);
  protected readonly state = computed(() => STATE_WORDS[this.editor.saving.state()]);
  protected readonly none = computed(() => this.reading.problem()?.code === 'unknown-plan');
  protected readonly places = computed(() => {
    const places = placeCount(this.editor.drawing());
    return counted(places, $localize`{n, plural, =1 {1 place} other {${places}:places: places}}`);
  });

  constructor() {
    effect(() => {
      const draft = this.reading.value();
      if (draft) untracked(() => this.editor.begin(draft.planId, draft));
    });
  }

  /** Whether everything is saved; otherwise asks. */
  async mayLeave(): Promise<boolean> {
    const { saving } = this.editor;
    if (!this.editor.isOpen() || !saving.hasChanges() || (await saving.flush())) return true;
    return this.confirmations.ask({
      headline: $localize`Leave without saving?`,
      consequences: [$localize`What you drew since the last save is lost.`],
      confirm: $localize`Leave`,
      keep: $localize`Stay here`,
    });
  }

  protected warn(event: Event): void {
    if (this.editor.saving.hasChanges()) event.preventDefault();
  }

  /** Keys for the plan itself; keys with Ctrl count in the whole editor, where nobody writes. */
  protected press(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (target.closest('.desk') === null) return;
    if (target.matches('input:not([type=checkbox], [type=radio]), select, textarea')) return;
    const isInPlan = target.closest('mx-plan-canvas') !== null;
    const isInTree = target.closest('mx-objects-tree') !== null;
    const isMeant =
      isInPlan ||
      event.ctrlKey ||
      event.metaKey ||
      (isInTree && (event.altKey || event.key === 'Delete')) ||
      (target.closest('mx-toolbox') !== null && event.key.length === 1 && event.key !== ' ');
    if (!isMeant) return;
    if (event.key === '?') void this.showKeys();
    else if (!pressKey(this.editor, event)) return;
    event.preventDefault();
  }

  protected async showKeys(): Promise<void> {
    await this.dialogs.open({
      load: async () => (await import('../panels/keys-sheet')).KeysSheet,
      data: undefined,
      width: '38rem',
      autoFocus: '.close',
      ariaLabelledBy: 'keys-heading',
    });
  }
}
