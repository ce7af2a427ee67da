import { Location } from '@angular/common';
import { inject, Injectable, Signal, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';

/**
 * The token of a link that was opened from a mail: it stands behind the `#`, and is taken out of the address at once, so that
 * neither the history nor a shared screen keeps it.
 */
@Injectable()
export class LinkToken {
  private readonly location = inject(Location);
  private readonly taken = signal('');

  /** Empty for an address without one, as after the page is loaded anew. */
  readonly value: Signal<string> = this.taken.asReadonly();

  constructor() {
    // Another link may be opened in the same tab.
    inject(ActivatedRoute)
      .fragment.pipe(takeUntilDestroyed())
      .subscribe((fragment) => {
        if (!fragment) return;
        this.taken.set(fragment);
        this.location.replaceState(this.location.path());
      });
  }
}
