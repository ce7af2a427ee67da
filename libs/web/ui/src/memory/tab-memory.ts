import { DOCUMENT, inject, Injectable } from '@angular/core';

/**
 * What a page remembers in this tab over a reload and Back, by a name. A browser that is told to keep nothing refuses its
 * storage with an exception: then nothing is remembered.
 */
@Injectable({ providedIn: 'root' })
export class TabMemory {
  private readonly window = inject(DOCUMENT).defaultView;

  /** What was kept under the name; undefined for nothing. Check its form: another version of the site may have written it. */
  recall(name: string): unknown {
    const text = this.ask((storage) => storage.getItem(`modex.${name}`));
    try {
      return typeof text === 'string' ? JSON.parse(text) : undefined;
    } catch (error) {
      if (error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  /** Undefined forgets. */
  keep(name: string, value: unknown): void {
    this.ask((storage) => {
      if (value === undefined) storage.removeItem(`modex.${name}`);
      else storage.setItem(`modex.${name}`, JSON.stringify(value));
    });
  }

  private ask<T>(question: (storage: Storage) => T): T | undefined {
    try {
      return this.window ? question(this.window.sessionStorage) : undefined;
    } catch (error) {
      if (error instanceof DOMException) return undefined;
      throw error;
    }
  }
}
