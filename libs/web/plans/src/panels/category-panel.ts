import { Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Category, LIMITS, weakGround } from '@modex/domain';
import { Editor } from '../editor/editor';
import { addCategory, removeCategory } from '../model/paint';
import { allPlaced } from '../model/places';
import { sizeOf } from '../model/selection';
import { PlanText } from './fields';

/** The categories of the plan: names, colours, how many places each has, and painting with them. */
@Component({
  selector: 'mx-category-panel',
  imports: [MatButtonModule, PlanText],
  template: `
    @for (one of categories(); track one.category.key) {
      <fieldset>
        <legend class="mx-visually-hidden" dir="auto">{{ one.category.name }}</legend>
        <mx-plan-text
          label="Category"
          i18n-label
          [longest]="longest"
          [value]="one.category.name"
          (entered)="rename(one.category, $event)"
        />
        <label class="check"
          ><input #colour type="color" [value]="one.category.color" (change)="recolour(one.category, colour.value)" />
          <ng-container i18n>Colour · {{ one.places }} places</ng-container></label
        >
        @if (one.weak === 'light') {
          <p i18n>This colour is hard to see on a light ground; choose a darker one.</p>
        } @else if (one.weak === 'dark') {
          <p i18n>This colour is hard to see on a dark ground; choose a lighter one.</p>
        }
        <div class="buttons">
          <button
            i18n
            matButton="outlined"
            type="button"
            [attr.aria-label]="paintLabel(one.category)"
            disabledInteractive
            [disabled]="!selected()"
            (click)="editor.paint(one.category.key)"
          >
            Paint the selection
          </button>
          <button
            i18n
            matButton="text"
            type="button"
            [attr.aria-label]="brushLabel(one.category)"
            [attr.aria-pressed]="editor.tool() === 'paint' && editor.brush() === one.category.key"
            (click)="takeBrush(one.category)"
          >
            Brush
          </button>
          @if (categories().length > 1) {
            <button
              i18n
              matButton="text"
              type="button"
              [attr.aria-label]="removeLabel(one.category)"
              (click)="remove(one.category)"
            >
              Remove
            </button>
          }
        </div>
      </fieldset>
    }
    <button i18n matButton="outlined" type="button" (click)="add()">New category</button>
  `,
  styleUrl: './panel.scss',
})
export class CategoryPanel {
  protected readonly editor = inject(Editor);
  protected readonly longest = LIMITS.planName;

  private readonly counts = computed(() => {
    const counts = new Map<string, number>();
    const count = (key: string, more: number): unknown => counts.set(key, (counts.get(key) ?? 0) + more);
    for (const { place } of allPlaced(this.editor.drawing())) count(place.category, 1);
    for (const section of this.editor.drawing().sections) {
      if (section.kind === 'standing') section.numbers.forEach((range) => count(section.category, range.count));
    }
    return counts;
  });
  protected readonly categories = computed(() =>
    this.editor.drawing().categories.map((category) => ({
      ...{ category, places: this.counts().get(category.key) ?? 0, weak: weakGround(category.color) },
    })),
  );
  protected readonly selected = computed(() => sizeOf(this.editor.selection()) > 0);

  protected paintLabel({ name }: Category): string {
    return $localize`Paint the selection with ${name}:name:`;
  }

  protected brushLabel({ name }: Category): string {
    return $localize`Brush of ${name}:name:`;
  }

  protected removeLabel({ name }: Category): string {
    return $localize`Remove ${name}:name:`;
  }

  protected takeBrush({ key }: Category): void {
    this.editor.brush.set(key);
    this.editor.tool.set('paint');
  }

  protected rename({ key }: Category, name: string): void {
    this.change(key, $localize`Category renamed`, { name });
  }

  protected recolour({ key }: Category, color: string): void {
    this.change(key, $localize`Colour changed`, { color });
  }

  protected add(): void {
    this.editor.do($localize`Category added`, (draft) => void addCategory(draft, $localize`Category`));
  }

  protected remove({ key }: Category): void {
    const instead = this.editor.drawing().categories.find((other) => other.key !== key);
    if (instead) {
      this.editor.do($localize`Category removed`, (draft) => removeCategory(draft, key, instead.key));
    }
  }

  private change(key: string, name: string, changes: Partial<Pick<Category, 'name' | 'color'>>): void {
    this.editor.do(name, (draft) => {
      const category = draft.categories.find((one) => one.key === key);
      if (category) Object.assign(category, changes);
    });
  }
}
