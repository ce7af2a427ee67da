import { DOCUMENT, inject, Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { EMPTY, fromEvent, map, merge, scan } from 'rxjs';

/** Whether the page can be seen. */
export function pageIsVisible(): Signal<boolean> {
  const page = inject(DOCUMENT);
  const isVisible = (): boolean => page.visibilityState === 'visible';
  return toSignal(fromEvent(page, 'visibilitychange').pipe(map(isVisible)), { initialValue: isVisible() });
}

/**
 * Counts how often the browser has lost or found a network. Neither says whether the API can be reached: it may be on the
 * same machine. Both say that connections should be tried anew.
 */
export function networkChanges(): Signal<number> {
  const window = inject(DOCUMENT).defaultView;
  const changes = window ? merge(fromEvent(window, 'online'), fromEvent(window, 'offline')) : EMPTY;
  return toSignal(changes.pipe(scan((count) => count + 1, 0)), { initialValue: 0 });
}
