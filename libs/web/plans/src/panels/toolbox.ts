import { Component, inject, output } from '@angular/core';
import {
  mdiFitToPageOutline,
  mdiKeyboardOutline,
  mdiMagnifyMinusOutline,
  mdiMagnifyPlusOutline,
  mdiRedo,
  mdiUndo,
} from '@mdi/js';
import { Icon } from '@modex/web-ui';
import { Editor } from '../editor/editor';
import { TOOLS } from '../tools/tool';

/** The tools, undo and redo, and what is seen of the plan. */
@Component({
  selector: 'mx-toolbox',
  imports: [Icon],
  template: `
    <div class="group" role="group" aria-label="Tools" i18n-aria-label>
      @for (tool of tools; track tool.name) {
        <button
          type="button"
          [attr.aria-pressed]="editor.tool() === tool.name"
          [attr.aria-keyshortcuts]="tool.key"
          (click)="editor.tool.set(tool.name)"
        >
          <mx-icon [path]="tool.icon" />{{ tool.word }}
        </button>
      }
    </div>
    <div class="group" role="group" aria-label="Steps" i18n-aria-label>
      <button type="button" [attr.aria-disabled]="editor.undoable() === undefined || null" (click)="editor.undo()">
        <mx-icon [path]="icons.undo" /><ng-container i18n>Undo</ng-container>
      </button>
      <button type="button" [attr.aria-disabled]="editor.redoable() === undefined || null" (click)="editor.redo()">
        <mx-icon [path]="icons.redo" /><ng-container i18n>Redo</ng-container>
      </button>
    </div>
    <div class="group" role="group" aria-label="View" i18n-aria-label>
      <button type="button" (click)="editor.zoom(1.25)">
        <mx-icon [path]="icons.larger" /><ng-container i18n>Zoom in</ng-container>
      </button>
      <button type="button" (click)="editor.zoom(0.8)">
        <mx-icon [path]="icons.smaller" /><ng-container i18n>Zoom out</ng-container>
      </button>
      <button type="button" (click)="editor.fit()">
        <mx-icon [path]="icons.fit" /><ng-container i18n>Whole plan</ng-container>
      </button>
      <button
        type="button"
        [attr.aria-pressed]="editor.isSnapping()"
        (click)="editor.isSnapping.set(!editor.isSnapping())"
      >
        <ng-container i18n>Snap</ng-container>
      </button>
      <button type="button" (click)="helped.emit()">
        <mx-icon [path]="icons.keys" /><ng-container i18n>Keys</ng-container>
      </button>
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--mx-gap-2) var(--mx-gap-4);
    }

    .group {
      display: flex;
      flex-wrap: wrap;
      gap: 2px;
    }

    button {
      display: inline-flex;
      align-items: center;
      gap: 0.4rem;
      min-height: 44px;
      padding: 0.3rem 0.7rem;
      border: 1.5px solid transparent;
      border-radius: 10px;
      background: var(--mat-sys-surface-container);
      color: var(--mat-sys-on-surface);
      font: var(--mx-text-label);
      cursor: pointer;

      &:hover {
        background: var(--mat-sys-surface-container-high);
      }
    }

    button[aria-pressed='true'] {
      border-color: var(--mat-sys-primary);
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
    }

    button[aria-disabled] {
      color: var(--mat-sys-on-surface-variant);
      border-style: dashed;
      border-color: var(--mat-sys-outline-variant);
      cursor: default;
    }

    mx-icon {
      font-size: 0.8rem;
    }
  `,
})
export class Toolbox {
  protected readonly editor = inject(Editor);
  protected readonly tools = TOOLS;
  protected readonly icons = {
    undo: mdiUndo,
    redo: mdiRedo,
    larger: mdiMagnifyPlusOutline,
    smaller: mdiMagnifyMinusOutline,
    fit: mdiFitToPageOutline,
    keys: mdiKeyboardOutline,
  };

  readonly helped = output<void>();
}
