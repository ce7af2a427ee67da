import { Component, computed, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { LABEL_KINDS, LABEL_WAYS, LabelKind, labels, LabelWay } from '@modex/domain';
import { Editor } from '../editor/editor';
import { renumberRows, renumberSeats, RowWay, SeatScheme } from '../model/renumber';
import { PlanChoice, PlanNumber } from './fields';

const KIND_WORDS: Readonly<Record<LabelKind, string>> = {
  numbers: $localize`1, 2, 3`,
  odd: $localize`odd: 1, 3, 5`,
  even: $localize`even: 2, 4, 6`,
  letters: $localize`A, B, C`,
  'letters-clear': $localize`letters without I and O`,
  roman: $localize`I, II, III`,
};
const WAY_WORDS: Readonly<Record<LabelWay, string>> = {
  left: $localize`from the left`,
  right: $localize`from the right`,
  middle: $localize`from the middle: odd to the left, even to the right`,
};

/** Gives the seats, or the rows, of what is selected new labels by a scheme. */
@Component({
  selector: 'mx-renumber-panel',
  imports: [MatButtonModule, PlanChoice, PlanNumber],
  template: `
    @if (editor.selection().places.size > 0) {
      <fieldset>
        <legend i18n>Number the seats anew</legend>
        <mx-plan-choice
          label="As"
          i18n-label
          [value]="seats().kind"
          [options]="kinds"
          (chosen)="setSeats({ kind: kindOf($event) })"
        />
        <mx-plan-number
          label="Begin with the"
          i18n-label
          [min]="1"
          [max]="9999"
          [value]="seats().start"
          (entered)="setSeats({ start: $event })"
        />
        <mx-plan-choice
          class="wide"
          label="Direction"
          i18n-label
          [value]="seats().way"
          [options]="ways"
          (chosen)="setSeats({ way: wayOf($event) })"
        />
        <mx-plan-choice
          class="wide"
          label="At an aisle"
          i18n-label
          [value]="seats().atAisle"
          [options]="aisles"
          (chosen)="setAisle($event)"
        />
        <p i18n>A row of nine: {{ sample() }}</p>
        <div class="buttons">
          <button i18n matButton="outlined" type="button" (click)="numberSeats()">Number the seats</button>
        </div>
      </fieldset>
      <fieldset>
        <legend i18n>Label the rows anew</legend>
        <mx-plan-choice
          label="As"
          i18n-label
          [value]="rows().kind"
          [options]="kinds"
          (chosen)="setRows({ kind: kindOf($event) })"
        />
        <mx-plan-number
          label="Begin with the"
          i18n-label
          [min]="1"
          [max]="9999"
          [value]="rows().start"
          (entered)="setRows({ start: $event })"
        />
        <mx-plan-choice
          class="wide"
          label="Direction"
          i18n-label
          [value]="from()"
          [options]="rowWays"
          (chosen)="from.set($event === 'back' ? 'back' : 'front')"
        />
        <div class="buttons">
          <button i18n matButton="outlined" type="button" (click)="labelRows()">Label the rows</button>
        </div>
      </fieldset>
    }
  `,
  styleUrl: './panel.scss',
})
export class RenumberPanel {
  protected readonly editor = inject(Editor);

  protected readonly kinds = LABEL_KINDS.map((value) => ({ value, word: KIND_WORDS[value] }));
  protected readonly ways = LABEL_WAYS.map((value) => ({ value, word: WAY_WORDS[value] }));
  protected readonly aisles = [
    { value: 'continue', word: $localize`numbers go on` },
    { value: 'restart', word: $localize`numbers begin anew` },
  ];
  protected readonly rowWays = [
    { value: 'front', word: $localize`from the stage` },
    { value: 'back', word: $localize`from the back` },
  ];
  protected readonly seats = signal<SeatScheme>({ kind: 'numbers', start: 1, way: 'left', atAisle: 'continue' });
  protected readonly rows = signal<{ readonly kind: LabelKind; readonly start: number }>({ kind: 'letters', start: 1 });
  protected readonly from = signal<RowWay>('front');
  protected readonly sample = computed(() => labels(this.seats(), 9).join(' '));

  protected kindOf(value: string): LabelKind {
    return LABEL_KINDS.find((kind) => kind === value) ?? 'numbers';
  }

  protected wayOf(value: string): LabelWay {
    return LABEL_WAYS.find((way) => way === value) ?? 'left';
  }

  protected setSeats(changes: Partial<SeatScheme>): void {
    this.seats.update((scheme) => ({ ...scheme, ...changes }));
  }

  protected setAisle(value: string): void {
    this.setSeats({ atAisle: value === 'restart' ? 'restart' : 'continue' });
  }

  protected setRows(changes: { readonly kind?: LabelKind; readonly start?: number }): void {
    this.rows.update((scheme) => ({ ...scheme, ...changes }));
  }

  protected numberSeats(): void {
    const [selection, scheme] = [this.editor.selection(), this.seats()];
    this.editor.do($localize`Seats numbered anew`, (draft) => renumberSeats(draft, selection, scheme));
  }

  protected labelRows(): void {
    const [selection, scheme, from] = [this.editor.selection(), this.rows(), this.from()];
    this.editor.do($localize`Rows labelled anew`, (draft) => renumberRows(draft, selection, scheme, from));
  }
}
