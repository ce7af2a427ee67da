import { DOCUMENT, inject, Injectable } from '@angular/core';
import { EMPTY, filter, fromEvent, map, Observable } from 'rxjs';

const KEY = 'modex.signed-in';

/**
 * Remembers in this browser who signed in, by id, as no script can read the session's cookie. Only a hint: a browser may
 * forget it sooner than the cookie, and a session may have begun outside of this site. The id makes a change of account
 * without a sign-out news for other tabs too.
 */
@Injectable({ providedIn: 'root' })
export class SessionMark {
  private readonly window = inject(DOCUMENT).defaultView;

  /** The id of whoever is signed in, undefined for nobody, as another tab of this site has just found out. */
  readonly changes: Observable<string | undefined> =
    this.window === null
      ? EMPTY
      : fromEvent<StorageEvent>(this.window, 'storage').pipe(
          filter(({ key }) => key === KEY),
          map(({ newValue }) => newValue ?? undefined),
        );

  isSet(): boolean {
    return this.ask((storage) => storage.getItem(KEY)) !== null;
  }

  /** `userId`: undefined for nobody. */
  set(userId: string | undefined): void {
    this.ask((storage) => {
      if (userId === undefined) storage.removeItem(KEY);
      else storage.setItem(KEY, userId);
      return null;
    });
  }

  /** A browser that is told to keep nothing refuses its storage with an exception: then nothing is remembered. */
  private ask(question: (storage: Storage) => string | null): string | null {
    try {
      return this.window ? question(this.window.localStorage) : null;
    } catch (error) {
      if (error instanceof DOMException) return null;
      throw error;
    }
  }
}
