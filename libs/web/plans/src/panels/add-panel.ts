import { Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { LIMITS } from '@modex/domain';
import { Editor } from '../editor/editor';
import { seatSections, SHAPE_KINDS, Wishes } from '../tools/adding';
import { isAdding, Tool, TOOLS } from '../tools/tool';
import { PlanChoice, PlanNumber, PlanText } from './fields';

type NumberWish = { [K in keyof Wishes]: Wishes[K] extends number ? K : never }[keyof Wishes];
type TextWish = 'section' | 'tables' | 'area' | 'text';

interface NumberField {
  readonly wish: NumberWish;
  readonly label: string;
  readonly min: number;
  readonly max: number;
}

const field = (wish: NumberWish, label: string, min: number, max: number): NumberField => ({ wish, label, min, max });
const NUMBERS: Readonly<Record<string, readonly NumberField[]>> = {
  rows: [
    field('rows', $localize`Rows`, 1, 200),
    field('seats', $localize`Seats in each row`, 1, 500),
    field('spacing', $localize`From seat to seat, cm`, 20, 500),
    field('depth', $localize`From row to row, cm`, 20, 500),
    field('bend', $localize`Curve, cm`, -2000, 2000),
    field('rotation', $localize`Turned by, degrees`, -360, 360),
  ],
  table: [field('chairs', $localize`Chairs`, 1, 60)],
  standing: [
    field('capacity', $localize`People`, 1, LIMITS.seatsPerShow),
    field('width', $localize`Width, cm`, 50, 50_000),
    field('height', $localize`Depth, cm`, 50, 50_000),
  ],
  stage: [
    field('stageWidth', $localize`Width, cm`, 50, 50_000),
    field('stageHeight', $localize`Depth, cm`, 20, 50_000),
  ],
  shape: [
    field('shapeWidth', $localize`Width, cm`, 5, 50_000),
    field('shapeHeight', $localize`Depth, cm`, 5, 50_000),
    field('corners', $localize`Corners of a polygon`, 3, 60),
  ],
  text: [field('textSize', $localize`Height of its letters, cm`, 5, 1000)],
};
const TEXTS: Readonly<Record<string, { readonly wish: TextWish; readonly label: string }>> = {
  rows: { wish: 'section', label: $localize`Name of the new section` },
  table: { wish: 'tables', label: $localize`Name of its section` },
  standing: { wish: 'area', label: $localize`Name of the section` },
  text: { wish: 'text', label: $localize`Text` },
};
const SHAPE_WORDS = {
  rectangle: $localize`Rectangle`,
  ellipse: $localize`Ellipse`,
  polygon: $localize`Polygon`,
};

/** What the tool in hand adds, and a button that adds it without a pointer. */
@Component({
  selector: 'mx-add-panel',
  imports: [MatButtonModule, PlanChoice, PlanNumber, PlanText],
  template: `
    @if (isAdding()) {
      <section aria-labelledby="add-heading">
        <h2 id="add-heading">{{ tool().word }}</h2>
        <p>{{ tool().hint }}</p>
        @if (tool().name === 'rows' && sections().length > 0) {
          <mx-plan-choice
            label="Add them to"
            i18n-label
            [value]="editor.wishes().into"
            [options]="places()"
            (chosen)="editor.wish({ into: $event })"
          />
        }
        @if (tool().name === 'shape') {
          <mx-plan-choice
            label="Form"
            i18n-label
            [value]="editor.wishes().shape"
            [options]="shapes"
            (chosen)="chooseShape($event)"
          />
        }
        @if (text(); as one) {
          <mx-plan-text [label]="one.label" [value]="editor.wishes()[one.wish]" (entered)="set(one.wish, $event)" />
        }
        <div class="numbers">
          @for (one of numbers(); track one.wish) {
            <mx-plan-number
              [label]="one.label"
              [min]="one.min"
              [max]="one.max"
              [value]="editor.wishes()[one.wish]"
              (entered)="set(one.wish, $event)"
            />
          }
        </div>
        <button i18n matButton="filled" type="button" (click)="editor.addBy()">Add in the middle of the view</button>
      </section>
    }
  `,
  styles: `
    section {
      display: grid;
      gap: var(--mx-gap-3);
      padding-bottom: var(--mx-gap-4);
    }

    h2 {
      font: var(--mx-text-subheading);
    }

    p {
      font: var(--mx-text-small);
      color: var(--mat-sys-on-surface-variant);
    }

    .numbers {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr));
      align-items: end;
      gap: var(--mx-gap-3);
    }
  `,
})
export class AddPanel {
  protected readonly editor = inject(Editor);

  protected readonly tool = computed(() => TOOLS.find(({ name }) => name === this.editor.tool()) ?? (TOOLS[0] as Tool));
  protected readonly isAdding = computed(() => isAdding(this.editor.tool()));
  protected readonly numbers = computed(() => {
    const { into, shape } = this.editor.wishes();
    const all = NUMBERS[this.editor.tool()] ?? [];
    return all.filter(
      ({ wish }) => !(wish === 'corners' && shape !== 'polygon') && !(wish === 'rotation' && this.isInto(into)),
    );
  });
  protected readonly text = computed(() => {
    const isNew = this.editor.tool() !== 'rows' || !this.isInto(this.editor.wishes().into);
    return isNew ? TEXTS[this.editor.tool()] : undefined;
  });
  protected readonly sections = computed(() => seatSections(this.editor.drawing()));
  protected readonly places = computed(() => [
    { value: '', word: $localize`A new section` },
    ...this.sections().map(({ key, name }) => ({ value: key, word: name || $localize`The section without a name` })),
  ]);
  protected readonly shapes = SHAPE_KINDS.map((value) => ({ value, word: SHAPE_WORDS[value] }));

  protected set(wish: keyof Wishes, value: string | number): void {
    if (value !== '') this.editor.wish({ [wish]: value });
  }

  protected chooseShape(value: string): void {
    const shape = SHAPE_KINDS.find((kind) => kind === value);
    if (shape) this.editor.wish({ shape });
  }

  private isInto(key: string): boolean {
    return this.sections().some((section) => section.key === key);
  }
}
