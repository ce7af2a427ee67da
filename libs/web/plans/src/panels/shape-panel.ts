import { Component, computed, inject } from '@angular/core';
import { Decoration, LIMITS } from '@modex/domain';
import { Editor } from '../editor/editor';
import { Draft } from '../model/draft';
import { shapeIn } from '../model/draft-parts';
import { shapeOf } from '../model/selection';
import { PlanNumber, PlanText } from './fields';

/** The shape or text that is selected. */
@Component({
  selector: 'mx-shape-panel',
  imports: [PlanNumber, PlanText],
  template: `
    @if (shape(); as one) {
      <fieldset>
        <legend i18n>Shape</legend>
        @if (one.kind === 'rectangle') {
          <mx-plan-number
            label="Width, cm"
            i18n-label
            [min]="5"
            [value]="one.width"
            (entered)="set({ width: $event })"
          />
          <mx-plan-number
            label="Depth, cm"
            i18n-label
            [min]="5"
            [value]="one.height"
            (entered)="set({ height: $event })"
          />
        } @else if (one.kind === 'ellipse') {
          <mx-plan-number
            label="Width, cm"
            i18n-label
            [min]="5"
            [value]="2 * one.radiusX"
            (entered)="set({ radiusX: $event / 2 })"
          />
          <mx-plan-number
            label="Depth, cm"
            i18n-label
            [min]="5"
            [value]="2 * one.radiusY"
            (entered)="set({ radiusY: $event / 2 })"
          />
        } @else if (one.kind === 'polygon') {
          <p i18n>Drag a corner to move it; or take it with C, and move it with the arrow keys.</p>
        }
        <mx-plan-number
          label="Turned by, degrees"
          i18n-label
          [min]="-360"
          [max]="360"
          [value]="one.rotation"
          (entered)="set({ rotation: $event })"
        />
        <mx-plan-text
          label="Text"
          i18n-label
          [longest]="longest"
          [value]="one.text?.text ?? ''"
          (entered)="write($event)"
        />
        @if (one.text) {
          <mx-plan-number
            label="Height of its letters, cm"
            i18n-label
            [min]="5"
            [max]="1000"
            [value]="one.text.size"
            (entered)="resize($event)"
          />
        }
        <label class="check"
          ><input #colour type="color" [value]="one.color ?? '#888888'" (change)="set({ color: colour.value })" />
          <ng-container i18n>Colour</ng-container></label
        >
      </fieldset>
    }
  `,
  styleUrl: './panel.scss',
})
export class ShapePanel {
  protected readonly editor = inject(Editor);
  protected readonly longest = LIMITS.planText;

  private readonly ref = computed(() => {
    const { shapes } = this.editor.selection();
    return shapes.size === 1 ? [...shapes][0] : undefined;
  });
  protected readonly shape = computed((): Decoration | undefined => {
    const ref = this.ref();
    return ref === undefined ? undefined : shapeOf(this.editor.drawing(), ref);
  });

  protected set(changes: object): void {
    this.change($localize`Shape changed`, (shape) => Object.assign(shape, changes));
  }

  /** An empty text is none; a shape that is a text alone keeps it. */
  protected write(text: string): void {
    this.change($localize`Text changed`, (shape) => {
      if (shape.kind === 'text') shape.text.text = text || shape.text.text;
      else if (text === '') delete shape.text;
      else if (shape.text) shape.text.text = text;
      else shape.text = { text, size: 50, ...middleOf(shape) };
    });
  }

  protected resize(size: number): void {
    this.change($localize`Text changed`, (shape) => {
      if (shape.text) shape.text.size = size;
    });
  }

  private change(name: string, change: (shape: NonNullable<Draft['stage']>) => unknown): void {
    const ref = this.ref();
    if (ref === undefined) return;
    this.editor.do(name, (draft) => {
      const shape = shapeIn(draft, ref);
      if (shape) change(shape);
    });
  }
}

function middleOf(shape: NonNullable<Draft['stage']>): { x: number; y: number } {
  return shape.kind === 'rectangle' ? { x: shape.width / 2, y: shape.height / 2 } : { x: 0, y: 0 };
}
