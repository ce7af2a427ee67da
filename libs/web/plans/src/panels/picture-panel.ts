import { Component, model, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Background } from '../paint/canvas-layers';
import { PlanNumber } from './fields';

/** A picture to trace: it stays in this browser, and is gone when the page is left. */
@Component({
  selector: 'mx-picture-panel',
  imports: [MatButtonModule, PlanNumber],
  template: `
    <p i18n>
      A photo or drawing under the plan, to trace it. It stays in this browser, is not uploaded, and is gone when you
      leave.
    </p>
    <fieldset>
      <legend class="mx-visually-hidden" i18n>Picture to trace</legend>
      <label class="wide file"
        ><ng-container i18n>Picture</ng-container>
        <input #picker type="file" [accept]="types" (change)="choose(picker.files)"
      /></label>
      @if (unread()) {
        <p i18n role="alert">This file is no picture that the browser can read.</p>
      }
      @if (background(); as one) {
        <mx-plan-number
          label="Width, cm"
          i18n-label
          [min]="10"
          [value]="one.width"
          (entered)="set({ width: $event })"
        />
        <mx-plan-number
          label="Shows through, %"
          i18n-label
          [min]="5"
          [max]="100"
          [value]="percent(one)"
          (entered)="set({ opacity: $event / 100 })"
        />
        <mx-plan-number label="From the left, cm" i18n-label [value]="one.x" (entered)="set({ x: $event })" />
        <mx-plan-number label="From the top, cm" i18n-label [value]="one.y" (entered)="set({ y: $event })" />
        <div class="buttons">
          <button i18n matButton="text" type="button" (click)="background.set(undefined)">Take it away</button>
        </div>
      }
    </fieldset>
  `,
  styles: `
    .file {
      display: grid;
      gap: 0.2rem;
      font: var(--mx-text-label);
    }

    input {
      min-width: 0;
      max-width: 100%;
    }
  `,
  styleUrl: './panel.scss',
})
export class PicturePanel {
  readonly background = model<Background>();
  protected readonly types = 'image/*';
  protected readonly unread = signal(false);

  protected async choose(files: FileList | null): Promise<void> {
    const file = files?.[0];
    if (file === undefined) return;
    try {
      const image = await createImageBitmap(file);
      this.unread.set(false);
      this.background.set({ image, x: 0, y: 0, width: 2000, opacity: 0.4 });
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      this.unread.set(true);
    }
  }

  protected percent({ opacity }: Background): number {
    return Math.round(opacity * 100);
  }

  protected set(changes: Partial<Background>): void {
    this.background.update((before) => before && { ...before, ...changes });
  }
}
