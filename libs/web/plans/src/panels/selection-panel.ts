import { Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Editor } from '../editor/editor';
import { sizeOf } from '../model/selection';
import { PlacePanel } from './place-panel';
import { RenumberPanel } from './renumber-panel';
import { RowPanel } from './row-panel';
import { SectionPanel } from './section-panel';
import { ShapePanel } from './shape-panel';

/** What is selected, and what can be done with it. */
@Component({
  selector: 'mx-selection-panel',
  imports: [MatButtonModule, PlacePanel, RenumberPanel, RowPanel, SectionPanel, ShapePanel],
  template: `
    <p>{{ words() }}</p>
    @if (some()) {
      <div class="buttons">
        @if (editor.selection().places.size > 0) {
          <button i18n matButton="text" type="button" (click)="editor.widen()">Whole row, then section</button>
        }
        <button i18n matButton="text" type="button" (click)="editor.rotate(-15)">Turn left</button>
        <button i18n matButton="text" type="button" (click)="editor.rotate(15)">Turn right</button>
        <button i18n matButton="text" type="button" (click)="editor.duplicate()">Duplicate</button>
        <button i18n matButton="text" type="button" (click)="editor.remove()">Delete</button>
      </div>
    }
    <mx-section-panel />
    <mx-row-panel />
    <mx-place-panel />
    <mx-shape-panel />
    <mx-renumber-panel />
  `,
  styleUrl: './panel.scss',
})
export class SelectionPanel {
  protected readonly editor = inject(Editor);
  protected readonly some = computed(() => sizeOf(this.editor.selection()) > 0);
  protected readonly words = computed(() => this.editor.selectionWords());
}
