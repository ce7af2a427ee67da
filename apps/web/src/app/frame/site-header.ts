import { Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { AccountMenu, SessionStore } from '@modex/web-account';

/** The header of every page: the name of the venue, the links to its parts, who is signed in. */
@Component({
  selector: 'app-site-header',
  imports: [AccountMenu, RouterLink, RouterLinkActive],
  templateUrl: './site-header.html',
  styleUrl: './site-header.scss',
})
export class SiteHeader {
  private readonly session = inject(SessionStore);

  /** Another search in the address is not another page. */
  protected readonly exact = {
    paths: 'exact',
    queryParams: 'ignored',
    fragment: 'ignored',
    matrixParams: 'ignored',
  } as const;
  protected readonly isAdmin = this.session.isStaff;
}
