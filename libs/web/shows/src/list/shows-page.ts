import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { mdiMagnify, mdiTicketConfirmationOutline } from '@mdi/js';
import { LIMITS } from '@modex/domain';
import {
  BlankState,
  counted,
  Eyebrow,
  Heading,
  isolated,
  ListEnd,
  ListWords,
  PageStates,
  SearchField,
  Skeleton,
} from '@modex/web-ui';
import { ShowCard } from './show-card';
import { ShowList } from './show-list';

const LIST_WORDS: ListWords = {
  more: $localize`More shows`,
  fetching: $localize`Fetching more shows…`,
  all: (count) => counted(count, $localize`{n, plural, =1 {1 show} other {${count}:shows: shows}}`),
  soFar: (count) =>
    counted(count, $localize`{n, plural, =1 {1 show, and more} other {${count}:shows: shows, and more}}`),
};

/** What is on: posters of the shows on sale, with a search that lives in the address. */
@Component({
  imports: [BlankState, Eyebrow, Heading, ListEnd, MatButtonModule, PageStates, SearchField, ShowCard, Skeleton],
  providers: [ShowList],
  templateUrl: './shows-page.html',
  styleUrl: './shows-page.scss',
})
export class ShowsPage {
  /** The search of the address. */
  readonly q = input<string | undefined>();

  protected readonly listWords = LIST_WORDS;
  protected readonly list = inject(ShowList);
  protected readonly longest = LIMITS.search;
  protected readonly icons = {
    search: mdiMagnify,
    empty: mdiTicketConfirmationOutline,
  };
  protected readonly sought = computed(() => isolated(this.q() ?? ''));
  /** The number of shows, for screen readers. */
  protected readonly hits = computed(() => {
    const count = this.list.shows().length;
    if (count === 0) return $localize`No shows`;
    const shows = this.list.pages.hasMore()
      ? $localize`{n, plural, =1 {1 show, and there are more} other {${count}:shows: shows, and there are more}}`
      : $localize`{n, plural, =1 {1 show} other {${count}:shows: shows}}`;
    return counted(count, shows);
  });
  protected readonly placeholders = Array.from({ length: 6 }, (_, index) => index);

  constructor() {
    effect(() => {
      const query = (this.q() ?? '').trim();
      untracked(() => void this.list.search(query));
    });
  }
}
