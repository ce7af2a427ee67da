import { CanDeactivateFn } from '@angular/router';

/** A page that may have something that is not saved. */
export interface Leavable {
  /** Whether it can be left; it may ask. */
  mayLeave(): Promise<boolean>;
}

export const mayLeave: CanDeactivateFn<Leavable> = (page) => page.mayLeave();
