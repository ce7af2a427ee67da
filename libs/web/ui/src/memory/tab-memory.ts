import { DOCUMENT, inject, Injectable } from '@angular/core';

/**
 * Keeps values by name in this tab, over a reload and Back. A browser that may store nothing throws: then nothing is
 * kept.
 */
@Injectable({ providedIn: 'root' })
export class TabMemory {
  private readonly window = inject(DOCUMENT).defaultView;

  /** The value kept under the name, or undefined. Check its form: another version of the site may have written it. */
  recall(name: string): unknown {
    const text = this.ask((storage) => storage.getItem(`modex.${name}`));
    try {
      return typeof text === 'string' ? JSON.parse(text) : undefined;
    } catch (error) {
      if (error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  /** Keeps the value; undefined removes it. */
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
