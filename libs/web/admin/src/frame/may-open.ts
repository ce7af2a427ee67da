import { inject } from '@angular/core';
import { CanActivateFn, Router } from '@angular/router';
import { hasPermission, isStaff, Permission } from '@modex/domain';
import { SessionStore } from '@modex/web-account';

/** Leads staff whose role may not do what a page is for to the first page; everybody else meets the door of the admin area. */
export function mayOpen(needs: Permission): CanActivateFn {
  return async () => {
    const router = inject(Router);
    const user = await inject(SessionStore).look();
    const isKept = user !== undefined && isStaff(user.role) && !hasPermission(user.role, needs);
    return isKept ? router.parseUrl('/admin') : true;
  };
}
