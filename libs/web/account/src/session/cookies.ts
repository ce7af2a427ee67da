import { DOCUMENT, inject, Injectable } from '@angular/core';

const PROBE = 'modex-probe=1';

/** Whether this browser keeps our cookies: without them nobody stays signed in from one call to the next. */
@Injectable({ providedIn: 'root' })
export class Cookies {
  private readonly page = inject(DOCUMENT);
  private known: 'kept' | 'refused' | undefined;

  /** True once a session was found again by its cookie. */
  areProven(): boolean {
    return this.known === 'kept';
  }

  /** False when nobody can be signed in: tried with a cookie of our own, or found out at the last sign-in. */
  areAccepted(): boolean {
    return this.known === 'kept' || (this.known !== 'refused' && this.tryOne());
  }

  learn(known: 'kept' | 'refused'): void {
    this.known = known;
  }

  private tryOne(): boolean {
    this.page.cookie = `${PROBE}; path=/; samesite=lax`;
    const kept = this.page.cookie.includes(PROBE);
    this.page.cookie = `${PROBE}; path=/; samesite=lax; max-age=0`;
    return kept;
  }
}
