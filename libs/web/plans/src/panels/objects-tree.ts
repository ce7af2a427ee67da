import { Component, computed, ElementRef, inject, signal } from '@angular/core';
import { Editor } from '../editor/editor';
import { isWithin } from '../model/hit';
import { ObjectNode, objectNodes } from './object-nodes';

/** Everything in the plan as a tree: sections, rows, places; only what is open is in the page. */
@Component({
  selector: 'mx-objects-tree',
  template: `
    <ul role="tree" aria-multiselectable="true" aria-label="Objects of the plan" i18n-aria-label>
      @for (node of nodes(); track node.id) {
        <li
          role="treeitem"
          dir="auto"
          [attr.data-id]="node.id"
          [attr.aria-level]="node.level"
          [attr.aria-expanded]="node.isOpen"
          [attr.aria-selected]="isSelected(node)"
          [style.padding-inline-start.rem]="node.level"
          [tabindex]="node.id === current() ? 0 : -1"
          (focus)="focused.set(node.id)"
        >
          @if (node.isOpen !== undefined) {
            <span aria-hidden="true">{{ node.isOpen ? '▾' : '▸' }}</span>
          }
          {{ node.word }}
        </li>
      } @empty {
        <li role="treeitem" tabindex="0" aria-selected="false" i18n>There is nothing in the plan yet</li>
      }
    </ul>
    <p i18n>Arrow keys walk and open; Enter selects, with Shift one more. Alt and arrow keys move what is selected.</p>
  `,
  host: { '(keydown)': 'press($event)', '(click)': 'click($event)', '(dblclick)': 'open($event)' },
  styles: `
    ul {
      max-height: 20rem;
      margin: 0;
      padding: 3px;
      overflow-y: auto;
      list-style: none;
    }

    li {
      display: flex;
      align-items: center;
      gap: 0.35rem;
      min-height: 32px;
      padding-block: 0.2rem;
      border-radius: 6px;
      font: var(--mx-text-small);
      cursor: pointer;
      overflow-wrap: anywhere;

      &:focus-visible {
        outline-offset: -3px;
      }
    }

    li[aria-selected='true'] {
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
      box-shadow: inset 4px 0 0 var(--mat-sys-primary);
    }

    p {
      margin-top: var(--mx-gap-2);
      font: var(--mx-text-small);
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class ObjectsTree {
  private readonly editor = inject(Editor);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  private readonly opened = signal<ReadonlySet<string>>(new Set());
  protected readonly focused = signal('');
  protected readonly nodes = computed(() => objectNodes(this.editor.shown(), this.opened()));
  /** The line that Tab leads to. */
  protected readonly current = computed(() => {
    const nodes = this.nodes();
    return (nodes.find(({ id }) => id === this.focused()) ?? nodes[0])?.id;
  });

  protected isSelected({ selection }: ObjectNode): boolean {
    return isWithin(selection, this.editor.selection());
  }

  protected click(event: MouseEvent): void {
    const node = this.nodeOf(event);
    if (node) this.choose(node, event.shiftKey);
  }

  protected open(event: MouseEvent): void {
    const node = this.nodeOf(event);
    if (node) this.turn(node);
  }

  private choose({ selection }: ObjectNode, isMore: boolean): void {
    if (isMore) this.editor.toggle(selection);
    else this.editor.select(selection);
  }

  private turn({ id, isOpen }: ObjectNode, wish = !isOpen): void {
    if (isOpen === undefined) return;
    this.opened.update((open) => new Set(wish ? [...open, id] : [...open].filter((one) => one !== id)));
  }

  protected press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const nodes = this.nodes();
    const at = nodes.findIndex(({ id }) => id === this.current());
    const node = nodes[at];
    if (node === undefined || !this.isMeant(event, nodes, at, node)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  private isMeant(
    { key, shiftKey }: KeyboardEvent,
    nodes: readonly ObjectNode[],
    at: number,
    node: ObjectNode,
  ): boolean {
    const deeds: Readonly<Record<string, () => void>> = {
      ArrowDown: () => this.go(nodes[at + 1]),
      ArrowUp: () => this.go(nodes[at - 1]),
      Home: () => this.go(nodes[0]),
      End: () => this.go(nodes.at(-1)),
      ArrowRight: () => (node.isOpen === false ? this.turn(node, true) : this.go(nodes[at + 1])),
      ArrowLeft: () => (node.isOpen ? this.turn(node, false) : this.go(parentOf(nodes, at))),
      Enter: () => this.choose(node, shiftKey),
      ' ': () => this.choose(node, shiftKey),
    };
    const deed = Object.hasOwn(deeds, key) ? deeds[key] : undefined;
    deed?.();
    return deed !== undefined;
  }

  private nodeOf({ target }: Event): ObjectNode | undefined {
    const line = target instanceof Element ? target.closest('[data-id]') : null;
    return this.nodes().find(({ id }) => id === line?.getAttribute('data-id'));
  }

  private go(node: ObjectNode | undefined): void {
    if (node === undefined) return;
    this.focused.set(node.id);
    this.host.querySelector<HTMLElement>(`[data-id="${CSS.escape(node.id)}"]`)?.focus();
  }
}

function parentOf(nodes: readonly ObjectNode[], at: number): ObjectNode | undefined {
  return nodes.slice(0, at).findLast(({ level }) => level < (nodes[at]?.level ?? 0));
}
