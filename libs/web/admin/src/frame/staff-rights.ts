import { inject, Injectable } from '@angular/core';
import { hasPermission, Permission } from '@modex/domain';
import { SessionStore } from '@modex/web-account';

/** What whoever is signed in may do here, for what is offered on the pages; the API decides in the end. */
@Injectable({ providedIn: 'root' })
export class StaffRights {
  private readonly user = inject(SessionStore).user;

  /** True also while somebody signs in again: then the pages stand out of sight, as they were. */
  may(needs: Permission): boolean {
    const role = this.user()?.role;
    return role === undefined || hasPermission(role, needs);
  }
}
