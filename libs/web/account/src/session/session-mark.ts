import { DOCUMENT, inject, Injectable } from '@angular/core';
import { forgetOwn } from '@modex/web-ui';
import { EMPTY, filter, fromEvent, map, Observable } from 'rxjs';

const KEY = 'modex.signed-in';

/**
 * Remembers in this browser the id of the user who signed in, since no script can read the session's cookie. It is only a
 * hint: a browser may forget it before the cookie, and a session may have begun outside of this site. By the id, other
 * tabs also notice a change of account without a sign-out.
 */
@Injectable({ providedIn: 'root' })
export class SessionMark {
  private readonly window = inject(DOCUMENT).defaultView;

  /** The id of the user who is signed in, as another tab has just found out; undefined for nobody. */
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

  /** `userId`: undefined for nobody. What the device kept about somebody else before is forgotten. */
  set(userId: string | undefined): void {
    this.ask((storage) => {
      if (storage.getItem(KEY) !== (userId ?? null)) forgetOwn(storage);
      if (userId === undefined) storage.removeItem(KEY);
      else storage.setItem(KEY, userId);
      return null;
    });
  }

  /** A browser that may store nothing throws: then nothing is remembered. */
  private ask(question: (storage: Storage) => string | null): string | null {
    try {
      return this.window ? question(this.window.localStorage) : null;
    } catch (error) {
      if (error instanceof DOMException) return null;
      throw error;
    }
  }
}
