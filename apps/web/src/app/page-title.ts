import { inject, Injectable } from '@angular/core';
import { RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { PageHead } from '@modex/web-ui';

/**
 * Titles of pages: "My bookings · Modex". A page with a title of its own, such as a show, sets it later; for the first
 * page the server may already have set it.
 */
@Injectable()
export class PageTitle extends TitleStrategy {
  private readonly head = inject(PageHead);
  private isFirst = true;

  override updateTitle(snapshot: RouterStateSnapshot): void {
    const writtenByServer = this.isFirst && this.head.isShared();
    this.isFirst = false;
    // The server writes in English.
    if (writtenByServer && $localize.locale === undefined) return;
    this.head.leave();
    this.head.name(this.buildTitle(snapshot));
  }
}
