import { Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { LIMITS } from '@modex/domain';
import { Editor } from '../editor/editor';
import { eachRow } from '../model/draft-parts';
import { Attribute, ATTRIBUTES, howMany, setAttribute, setTooltip } from '../model/paint';
import { gapsOf } from '../model/row-line';
import { setGap } from '../model/rows';
import { selectedPlaces } from '../model/selection';
import { common, PlanNumber, PlanText } from './fields';

const ATTRIBUTE_WORDS: Readonly<Record<Attribute, string>> = {
  wheelchair: $localize`Place for a wheelchair`,
  companion: $localize`Belongs to the nearest wheelchair place of its row`,
  restrictedView: $localize`Restricted view`,
  aisle: $localize`At an aisle`,
};

/** The places that are selected: label, what is said of them, and the aisle behind one. */
@Component({
  selector: 'mx-place-panel',
  imports: [MatButtonModule, PlanNumber, PlanText],
  template: `
    @if (places().length > 0) {
      <fieldset>
        <legend i18n>Places</legend>
        @if (places().length === 1) {
          <mx-plan-text label="Label" i18n-label [longest]="most.label" [value]="label()" (entered)="relabel($event)" />
          @if (gap() !== undefined) {
            <mx-plan-number
              label="Aisle behind it, cm"
              i18n-label
              [min]="0"
              [max]="2000"
              [value]="gap()"
              (entered)="widen($event)"
            />
          }
        }
        <div class="wide">
          @for (one of attributes; track one.attribute) {
            @let state = has(one.attribute);
            <label class="check">
              <input
                type="checkbox"
                [checked]="state === 'all'"
                [indeterminate]="state === 'some'"
                (change)="set(one.attribute, state !== 'all')"
              />
              {{ one.word }}
            </label>
          }
        </div>
        <mx-plan-text
          class="wide"
          label="Hint for customers"
          i18n-label
          [longest]="most.planText"
          [value]="tooltip()"
          (entered)="hint($event)"
        />
      </fieldset>
    }
  `,
  styleUrl: './panel.scss',
})
export class PlacePanel {
  protected readonly editor = inject(Editor);
  protected readonly most = LIMITS;
  protected readonly attributes = ATTRIBUTES.map((attribute) => ({ attribute, word: ATTRIBUTE_WORDS[attribute] }));

  private readonly found = computed(() => selectedPlaces(this.editor.drawing(), this.editor.selection()));
  protected readonly places = computed(() => this.found().map(({ place }) => place));
  protected readonly label = computed(() => common(this.places(), ({ label }) => label));
  protected readonly tooltip = computed(() => common(this.places(), ({ tooltip }) => tooltip ?? ''));
  protected readonly gap = computed(() => {
    const [one] = this.found();
    const at = one?.row.places.indexOf(one.place) ?? -1;
    return one === undefined || at >= one.row.places.length - 1 ? undefined : gapsOf(one.row)[at];
  });

  protected has(attribute: Attribute): 'all' | 'some' | 'none' {
    return howMany(this.places(), attribute);
  }

  protected relabel(label: string): void {
    const selection = this.editor.selection();
    this.editor.do($localize`Place renamed`, (draft) =>
      eachRow(draft, selection, ({ places }) => {
        for (const place of places) if (selection.places.has(place.number)) place.label = label;
      }),
    );
  }

  protected widen(width: number): void {
    const selection = this.editor.selection();
    this.editor.do($localize`Aisle changed`, (draft) =>
      eachRow(draft, selection, (row) => {
        const at = row.places.findIndex(({ number }) => selection.places.has(number));
        setGap(row, at, width);
      }),
    );
  }

  protected set(attribute: Attribute, isOn: boolean): void {
    const selection = this.editor.selection();
    this.editor.do(ATTRIBUTE_WORDS[attribute], (draft) => setAttribute(draft, selection, attribute, isOn));
  }

  protected hint(text: string): void {
    const selection = this.editor.selection();
    this.editor.do($localize`Hint changed`, (draft) => setTooltip(draft, selection, text));
  }
}
