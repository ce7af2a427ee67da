import { DOCUMENT, inject } from '@angular/core';

/** Keeps values by name in a storage of the browser. One that may store nothing, or is full, throws: then nothing is kept. */
export abstract class KeptValues {
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

  protected abstract storageOf(window: Window): Storage;

  protected ask<T>(question: (storage: Storage) => T): T | undefined {
    try {
      return this.window ? question(this.storageOf(this.window)) : undefined;
    } catch (error) {
      if (error instanceof DOMException) return undefined;
      throw error;
    }
  }
}
