import { Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { LIMITS, RowLine } from '@modex/domain';
import { Editor } from '../editor/editor';
import { DraftRow } from '../model/draft';
import { eachRow, setWord } from '../model/draft-parts';
import { lineOf } from '../model/row-line';
import { isTable, layOut, setLength } from '../model/rows';
import { touchedRows } from '../model/selection';
import { common, PlanNumber, PlanText } from './fields';

/** The rows of what is selected: their labels and words, how long they are, and how they are curved. */
@Component({
  selector: 'mx-row-panel',
  imports: [MatButtonModule, PlanNumber, PlanText],
  template: `
    @if (rows().length > 0) {
      <fieldset>
        @if (rows().length === 1) {
          <legend i18n>Row or table</legend>
          <mx-plan-text label="Label" i18n-label [longest]="most.label" [value]="label()" (entered)="relabel($event)" />
          <mx-plan-number
            label="Places"
            i18n-label
            [min]="1"
            [max]="500"
            [value]="length()"
            (entered)="resize($event)"
          />
        } @else {
          <legend i18n>{{ rows().length }} rows or tables</legend>
          @if (!tables()) {
            <div class="buttons">
              <button i18n matButton="outlined" type="button" (click)="editor.merge()">Merge into one row</button>
            </div>
          }
        }
        <mx-plan-text
          label="Word for a row"
          i18n-label
          [hint]="words().row"
          [longest]="most.label"
          [value]="word()"
          (entered)="say('word', $event)"
        />
        <mx-plan-text
          label="Word for a place"
          i18n-label
          [hint]="words().seat"
          [longest]="most.label"
          [value]="seatWord()"
          (entered)="say('seatWord', $event)"
        />
        <p i18n>An empty word is that of the plan; a dash means none, as in “Bar”.</p>
        @if (!tables()) {
          <mx-plan-number
            label="From seat to seat, cm"
            i18n-label
            [min]="5"
            [max]="500"
            [value]="spacing()"
            (entered)="line({ spacing: $event })"
          />
          <mx-plan-number
            label="Curve, cm"
            i18n-label
            [min]="-5000"
            [max]="5000"
            [value]="bend()"
            (entered)="line({ bend: $event })"
          />
          <mx-plan-number
            label="Direction, degrees"
            i18n-label
            [min]="-360"
            [max]="360"
            [value]="angle()"
            (entered)="line({ angle: $event })"
          />
        }
      </fieldset>
    }
  `,
  styleUrl: './panel.scss',
})
export class RowPanel {
  protected readonly editor = inject(Editor);
  protected readonly most = LIMITS;

  protected readonly rows = computed(() =>
    touchedRows(this.editor.drawing(), this.editor.selection()).map(({ row }) => row),
  );
  protected readonly words = computed(() => this.editor.drawing().words);
  protected readonly tables = computed(() => this.rows().some(isTable));
  protected readonly label = computed(() => common(this.rows(), ({ label }) => label));
  protected readonly length = computed(() => common(this.rows(), ({ places }) => places.length));
  protected readonly word = computed(() => common(this.rows(), ({ word }) => written(word)));
  protected readonly seatWord = computed(() => common(this.rows(), ({ seatWord }) => written(seatWord)));
  protected readonly spacing = computed(() => common(this.rows(), (row) => lineOf(row).spacing));
  protected readonly bend = computed(() => common(this.rows(), (row) => lineOf(row).bend));
  protected readonly angle = computed(() => common(this.rows(), (row) => lineOf(row).angle));

  protected relabel(label: string): void {
    this.each($localize`Row renamed`, (row) => (row.label = label));
  }

  protected resize(count: number): void {
    const selection = this.editor.selection();
    const category = this.editor.brush();
    this.editor.do($localize`Row resized`, (draft) =>
      eachRow(draft, selection, (row) => setLength(draft, row, count, category)),
    );
  }

  protected say(which: 'word' | 'seatWord', word: string): void {
    this.each($localize`Word changed`, (row) => setWord(row, which, word));
  }

  protected line(changes: Partial<RowLine>): void {
    this.each($localize`Row laid out`, (row) => layOut(row, changes));
  }

  private each(name: string, change: (row: DraftRow) => unknown): void {
    const selection = this.editor.selection();
    this.editor.do(name, (draft) => eachRow(draft, selection, (row) => void change(row)));
  }
}

/** A word as it is written in its field. */
function written(word: string | undefined): string {
  return word === '' ? '-' : (word ?? '');
}
