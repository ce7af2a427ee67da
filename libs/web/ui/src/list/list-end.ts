import { booleanAttribute, Component, computed, effect, input, output, signal, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Notice } from '../feedback/notice';
import { Unread } from '../feedback/page-states';

/** The words at the end of a list: for the button, and for how many entries there are in all or so far. */
export interface ListWords {
  readonly more: string;
  readonly fetching: string;
  readonly all: (count: number) => string;
  readonly soFar: (count: number) => string;
}

/**
 * The end of a list that is read page after page: a button for the next page, and the number of entries, announced to
 * screen readers only. A list that grows by itself announces nothing. Emits `wanted` when the next page is asked for;
 * `problem`: why it could not be read.
 */
@Component({
  selector: 'mx-list-end',
  imports: [MatButtonModule, Notice],
  template: `
    @if (problem(); as failed) {
      <mx-notice tone="error" [headline]="failed.headline">{{ failed.nextStep }}</mx-notice>
    }
    @if (more()) {
      <button matButton="outlined" type="button" disabledInteractive [disabled]="loading()" (click)="ask()">
        {{ loading() ? words().fetching : words().more }}
      </button>
    }
    <p class="mx-visually-hidden" role="status">{{ said() }}</p>
  `,
  styles: `
    :host {
      position: relative;
      display: grid;
      gap: var(--mx-gap-5);
      justify-items: center;
    }

    mx-notice {
      justify-self: stretch;
    }
  `,
})
export class ListEnd {
  readonly words = input.required<ListWords>();
  readonly count = input.required<number>();
  readonly more = input(false, { transform: booleanAttribute });
  readonly loading = input(false);
  readonly problem = input<Unread | undefined>();
  readonly wanted = output<void>();

  protected readonly said = signal('');
  private asked = false;
  private readonly size = computed(() => {
    const { all, soFar } = this.words();
    return this.more() ? soFar(this.count()) : all(this.count());
  });

  constructor() {
    effect(() => {
      const size = this.size();
      if (!this.loading()) untracked(() => this.tell(size));
    });
  }

  protected ask(): void {
    if (this.loading()) return;
    this.asked = true;
    this.wanted.emit();
  }

  private tell(size: string): void {
    if (this.asked) this.said.set(size);
    this.asked = false;
  }
}
