import { DOCUMENT, inject, Injectable } from '@angular/core';
import { EMPTY, filter, fromEvent, map, Observable } from 'rxjs';

const KEY = 'modex.signed-in';

/**
 * Remembers in this browser that somebody signed in, as no script can read the session's cookie. Only a hint: a browser
 * may forget it sooner than the cookie, and a session may have begun outside of this site.
 */
@Injectable({ providedIn: 'root' })
export class SessionMark {
  private readonly window = inject(DOCUMENT).defaultView;

  /** Whether somebody is signed in, as another tab of this site has just found out. */
  readonly changes: Observable<boolean> =
    this.window === null
      ? EMPTY
      : fromEvent<StorageEvent>(this.window, 'storage').pipe(
          filter(({ key }) => key === KEY),
          map(({ newValue }) => newValue !== null),
        );

  isSet(): boolean {
    return this.ask((storage) => storage.getItem(KEY)) !== null;
  }

  set(signedIn: boolean): void {
    this.ask((storage) => {
      if (signedIn) storage.setItem(KEY, 'yes');
      else storage.removeItem(KEY);
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
