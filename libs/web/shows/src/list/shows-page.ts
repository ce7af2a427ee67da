import { Component, debounced, effect, inject, input, linkedSignal, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Router } from '@angular/router';
import { mdiClose, mdiLanDisconnect, mdiMagnify, mdiTicketConfirmationOutline } from '@mdi/js';
import { BlankState, Eyebrow, Heading, Icon, ListEnd, Notice, Skeleton } from '@modex/web-ui';
import { ShowCard } from './show-card';
import { ShowList } from './show-list';

const SEARCH_PAUSE_MS = 250;

/** What is on: posters of the shows on sale, with a search that lives in the address. */
@Component({
  imports: [BlankState, Eyebrow, Heading, Icon, ListEnd, MatButtonModule, Notice, ShowCard, Skeleton],
  providers: [ShowList],
  templateUrl: './shows-page.html',
  styleUrl: './shows-page.scss',
})
export class ShowsPage {
  private readonly router = inject(Router);

  /** The search of the address. */
  readonly q = input<string | undefined>();

  protected readonly list = inject(ShowList);
  protected readonly icons = {
    search: mdiMagnify,
    clear: mdiClose,
    empty: mdiTicketConfirmationOutline,
    failed: mdiLanDisconnect,
  };
  protected readonly draft = linkedSignal(() => this.q() ?? '');
  protected readonly placeholders = Array.from({ length: 6 }, (_, index) => index);
  private readonly settled = debounced(this.draft, SEARCH_PAUSE_MS);

  constructor() {
    effect(() => {
      const query = (this.q() ?? '').trim();
      untracked(() => void this.list.search(query));
    });
    effect(() => {
      const wanted = this.settled.value().trim();
      untracked(() => this.remember(wanted));
    });
  }

  protected type(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.draft.set(event.target.value);
  }

  protected clear(field: HTMLInputElement): void {
    this.draft.set('');
    field.focus();
  }

  private remember(wanted: string): void {
    if (wanted === (this.q() ?? '').trim() || wanted !== this.draft().trim()) return;
    void this.router.navigate([], { queryParams: { q: wanted || null }, replaceUrl: true });
  }
}
