import { Component, computed, effect, inject, linkedSignal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButtonModule } from '@angular/material/button';
import { ActivatedRoute, NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { mdiShieldLockOutline } from '@mdi/js';
import { isStaff, Permission } from '@modex/domain';
import { SessionStore, SignInPanel, type User } from '@modex/web-account';
import { BlankState, Heading, HeadingFocus, isolated, Skeleton } from '@modex/web-ui';
import { filter, map } from 'rxjs';
import { AdminNav } from './admin-nav';
import { StaffRights } from './staff-rights';

/** The entrance of the admin area: admins go in, customers read why they cannot, others can sign in right there. */
@Component({
  imports: [BlankState, Heading, MatButtonModule, AdminNav, RouterLink, RouterOutlet, SignInPanel, Skeleton],
  templateUrl: './admin-area.html',
  styleUrl: './admin-area.scss',
})
export class AdminArea {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly rights = inject(StaffRights);
  protected readonly session = inject(SessionStore);
  protected readonly focus = inject(HeadingFocus);
  protected readonly icon = mdiShieldLockOutline;
  protected readonly name = computed(() => isolated(this.session.user()?.name ?? ''));
  /** True while a customer wants to sign in with another account; false again when somebody else is signed in. */
  protected readonly switching = linkedSignal({ source: this.session.user, computation: () => false });
  protected readonly door = computed(() => {
    if (!this.session.ready()) return 'waiting';
    if (this.session.isStaff()) return 'open';
    return this.session.user() === undefined || this.switching() ? 'sign-in' : 'closed';
  });

  /**
   * Whose pages are open. While that member of staff signs in again, the pages and what is written in their forms stay, out
   * of sight; they are closed when somebody else signs in.
   */
  private readonly admin = linkedSignal<User | undefined, string | undefined>({
    source: this.session.user,
    computation: (user, before) => (user === undefined ? before?.value : isStaff(user.role) ? user.userId : undefined),
  });
  protected readonly inside = computed(() => [this.admin() ?? []].flat());

  constructor() {
    void this.session.look();
    const ends = this.router.events.pipe(filter((event) => event instanceof NavigationEnd));
    const arrived = toSignal(ends.pipe(map(({ id }) => id)));
    effect(() => {
      arrived();
      const needs = this.needsOfPage();
      // A page that is not for this role: the first one is for everybody who works here.
      if (needs !== undefined && !this.rights.may(needs))
        void this.router.navigateByUrl('/admin', { replaceUrl: true });
    });
  }

  private needsOfPage(): Permission | undefined {
    let page = this.route.snapshot;
    while (page.firstChild) page = page.firstChild;
    return page.data['needs'] as Permission | undefined;
  }
}
