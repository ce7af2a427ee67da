import { Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { AccountMenu, SessionStore } from '@modex/web-account';

/** The head of every page: the name of the venue, the ways into its rooms, who is signed in. */
@Component({
  selector: 'app-site-header',
  imports: [AccountMenu, RouterLink, RouterLinkActive],
  templateUrl: './site-header.html',
  styleUrl: './site-header.scss',
})
export class SiteHeader {
  private readonly session = inject(SessionStore);

  /** The search in the address does not make it another page. */
  protected readonly exact = {
    paths: 'exact',
    queryParams: 'ignored',
    fragment: 'ignored',
    matrixParams: 'ignored',
  } as const;
  protected readonly isAdmin = this.session.isStaff;
}
