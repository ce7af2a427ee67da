import {
  booleanAttribute,
  Component,
  debounced,
  effect,
  ElementRef,
  inject,
  input,
  linkedSignal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { mdiClose, mdiMagnify } from '@mdi/js';
import { Icon } from '../frame/icon';

const PAUSE_MS = 250;
/** There is one search on a page. */
const ID = 'mx-search';

/**
 * The search field of a page. The search is kept in the address as `q` and replaces the one before: a moment after the
 * last letter, or at once when it is sent. `hero`: large, the first thing on its page, with a label for screen readers only.
 */
@Component({
  selector: 'mx-search-field',
  imports: [Icon],
  template: `
    <form role="search" (submit)="send($event)">
      @if (!hero()) {
        <label [for]="id">{{ label() }}</label>
      }
      <div class="field">
        @if (hero()) {
          <label [for]="id">
            <mx-icon [path]="icons.search" /><span class="mx-visually-hidden">{{ label() }}</span>
          </label>
        } @else {
          <mx-icon [path]="icons.search" />
        }
        <input
          #field
          [id]="id"
          type="search"
          dir="auto"
          name="q"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          [attr.maxlength]="longest()"
          [attr.placeholder]="placeholder() || null"
          [attr.aria-describedby]="hint() ? id + '-hint' : null"
          [value]="draft()"
          (input)="draft.set(field.value)"
        />
        @if (draft()) {
          <button type="button" aria-label="Clear the search" i18n-aria-label (click)="clear()">
            <mx-icon [path]="icons.clear" />
          </button>
        }
      </div>
      @if (hint()) {
        <p [id]="id + '-hint'">{{ hint() }}</p>
      }
    </form>
  `,
  styleUrl: './search-field.scss',
  host: { '[class.hero]': 'hero()' },
})
export class SearchField {
  private readonly router = inject(Router);

  /** What is looked for, as the address says. */
  readonly query = input('');
  readonly label = input.required<string>();
  readonly longest = input.required<number>();
  readonly placeholder = input('');
  readonly hint = input('');
  readonly hero = input(false, { transform: booleanAttribute });

  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  protected readonly id = ID;
  protected readonly icons = { search: mdiMagnify, clear: mdiClose };
  protected readonly draft = linkedSignal(() => this.query());
  private readonly settled = debounced(this.draft, PAUSE_MS);

  constructor() {
    effect(() => {
      const wanted = this.settled.value().trim();
      untracked(() => this.remember(wanted));
    });
  }

  /** Begins a new search. */
  clear(): void {
    this.draft.set('');
    this.field().nativeElement.focus();
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.remember(this.draft().trim());
  }

  private remember(wanted: string): void {
    if (wanted === this.query().trim() || wanted !== this.draft().trim()) return;
    void this.router.navigate([], { queryParams: { q: wanted || null }, replaceUrl: true });
  }
}
