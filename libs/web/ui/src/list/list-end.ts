import { booleanAttribute, Component, computed, effect, input, output, signal, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';

/**
 * The end of a list that is read page after page: a button for the next page, and how many entries there are then, said
 * without being shown; a list that grows by itself tells nothing. `noun`: one entry, with a regular plural. Emits `wanted` when the next page is asked for.
 */
@Component({
  selector: 'mx-list-end',
  imports: [MatButtonModule],
  template: `
    @if (more()) {
      <button matButton="outlined" type="button" disabledInteractive [disabled]="loading()" (click)="ask()">
        {{ loading() ? 'Fetching more ' + noun() + 's…' : 'More ' + noun() + 's' }}
      </button>
    }
    <p class="mx-visually-hidden" role="status">{{ said() }}</p>
  `,
  styles: `
    :host {
      position: relative;
      display: flex;
      justify-content: center;
    }
  `,
})
export class ListEnd {
  readonly noun = input.required<string>();
  readonly count = input.required<number>();
  readonly more = input(false, { transform: booleanAttribute });
  readonly loading = input(false);
  readonly wanted = output<void>();

  protected readonly said = signal('');
  private asked = false;
  private readonly size = computed(() => {
    const known = `${this.count()} ${this.noun()}${this.count() === 1 ? '' : 's'}`;
    return this.more() ? `${known}, and more` : known;
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
