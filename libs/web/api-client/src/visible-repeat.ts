import { DestroyRef, DOCUMENT, inject } from '@angular/core';

/** Something that is done again and again while the page is visible. */
export interface VisibleRepeat {
  /** Does it now, and from then on again. */
  now(): Promise<void>;
  /** Does it after the next pause, and from then on again. */
  later(): void;
  /** Not again until `now` or `later`. */
  stop(): void;
}

/**
 * Repeats `act`, which must not reject, with a pause (milliseconds) after each end; never while the page is hidden, and
 * at once when it becomes visible again. Begins with `now` or `later`. Ends for good with the component that injected it,
 * even if code of that component still calls `now` or `later` afterwards.
 */
export function repeatWhileVisible(act: () => Promise<void>, pause: () => number): VisibleRepeat {
  const page = inject(DOCUMENT);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let going = false;
  let gone = false;
  let turn = 0;

  const isVisible = (): boolean => page.visibilityState === 'visible';
  const stop = (): void => {
    going = false;
    turn++;
    clearTimeout(timer);
  };
  const later = (): void => {
    if (gone) return;
    going = true;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (isVisible()) void now();
    }, pause());
  };
  const now = async (): Promise<void> => {
    if (gone) return;
    going = true;
    clearTimeout(timer);
    const mine = ++turn;
    await act();
    if (mine === turn) later();
  };
  const looked = (): void => {
    if (going && isVisible()) void now();
  };

  page.addEventListener('visibilitychange', looked);
  inject(DestroyRef).onDestroy(() => {
    page.removeEventListener('visibilitychange', looked);
    stop();
    gone = true;
  });
  return { now, later, stop };
}
