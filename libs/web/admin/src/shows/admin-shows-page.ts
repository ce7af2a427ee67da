import { Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiLanDisconnect, mdiPlus, mdiTheater } from '@mdi/js';
import { Api, listAllShows, Pages } from '@modex/web-api-client';
import { BlankState, Eyebrow, Heading, Icon, ListEnd, Notice, Page, Skeleton } from '@modex/web-ui';
import { ShowLine } from './show-line';

const PAGE = 25;

/** Every show of the house, with how it sells. */
@Component({
  imports: [BlankState, Eyebrow, Heading, Icon, ListEnd, MatButtonModule, Notice, Page, RouterLink, ShowLine, Skeleton],
  templateUrl: './admin-shows-page.html',
  styleUrl: './admin-shows-page.scss',
})
export class AdminShowsPage {
  private readonly api = inject(Api);

  protected readonly icons = { add: mdiPlus, empty: mdiTheater, failed: mdiLanDisconnect };
  protected readonly pages = new Pages(
    (cursor) => this.api.invoke(listAllShows, { limit: PAGE, cursor }),
    ({ id }) => id,
  );

  constructor() {
    void this.pages.open();
  }
}
