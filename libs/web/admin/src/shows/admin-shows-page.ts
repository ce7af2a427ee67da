import { Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiPlus, mdiTheater } from '@mdi/js';
import { Api, listAllShows, Pages } from '@modex/web-api-client';
import {
  BlankState,
  counted,
  Eyebrow,
  Heading,
  Icon,
  ListEnd,
  ListWords,
  Notice,
  Page,
  PageStates,
  Skeleton,
} from '@modex/web-ui';
import { StaffRights } from '../frame/staff-rights';
import { AdminNews } from '../frame/admin-news';
import { ShowLine } from './show-line';

const PAGE = 25;

const LIST_WORDS: ListWords = {
  more: $localize`More shows`,
  fetching: $localize`Fetching more shows…`,
  all: (count) => counted(count, $localize`{n, plural, =1 {1 show} other {${count}:shows: shows}}`),
  soFar: (count) =>
    counted(count, $localize`{n, plural, =1 {1 show, and more} other {${count}:shows: shows, and more}}`),
};

/** Every show of the venue, with how it sells. */
@Component({
  imports: [
    BlankState,
    Eyebrow,
    Heading,
    Icon,
    ListEnd,
    MatButtonModule,
    Notice,
    Page,
    PageStates,
    RouterLink,
    ShowLine,
    Skeleton,
  ],
  templateUrl: './admin-shows-page.html',
  styleUrl: './admin-shows-page.scss',
})
export class AdminShowsPage {
  protected readonly rights = inject(StaffRights);
  private readonly api = inject(Api);

  protected readonly listWords = LIST_WORDS;
  protected readonly icons = { add: mdiPlus, empty: mdiTheater };
  protected readonly pages = new Pages(
    (cursor) => this.api.invoke(listAllShows, { limit: PAGE, cursor }),
    ({ id }) => id,
  );

  protected readonly said = inject(AdminNews).take();

  constructor() {
    void this.pages.open();
  }
}
