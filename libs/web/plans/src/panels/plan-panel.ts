import { Component, inject } from '@angular/core';
import { LIMITS } from '@modex/domain';
import { Editor } from '../editor/editor';
import { PlanText } from './fields';

/** The name of the plan, its venue, and the words for its rows and seats. */
@Component({
  selector: 'mx-plan-panel',
  imports: [PlanText],
  template: `
    @let drawing = editor.drawing();
    <fieldset>
      <legend class="mx-visually-hidden" i18n>The plan</legend>
      <mx-plan-text
        class="wide"
        label="Name"
        i18n-label
        [longest]="most.planName"
        [value]="drawing.name"
        (entered)="rename($event)"
      />
      <mx-plan-text
        class="wide"
        label="Venue"
        i18n-label
        [longest]="most.venue"
        [value]="drawing.venue ?? ''"
        (entered)="move($event)"
      />
      <mx-plan-text
        label="Word for a row"
        i18n-label
        [longest]="most.label"
        [value]="drawing.words.row"
        (entered)="say('row', $event)"
      />
      <mx-plan-text
        label="Word for a seat"
        i18n-label
        [longest]="most.label"
        [value]="drawing.words.seat"
        (entered)="say('seat', $event)"
      />
    </fieldset>
  `,
  styleUrl: './panel.scss',
})
export class PlanPanel {
  protected readonly editor = inject(Editor);
  protected readonly most = LIMITS;

  protected rename(name: string): void {
    if (name !== '') this.editor.do($localize`Plan renamed`, (draft) => void (draft.name = name));
  }

  protected move(venue: string): void {
    this.editor.do($localize`Venue changed`, (draft) => void (draft.venue = venue || null));
  }

  protected say(which: 'row' | 'seat', word: string): void {
    this.editor.do($localize`Word changed`, (draft) => void (draft.words[which] = word));
  }
}
