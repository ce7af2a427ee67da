import { ErrorHandler, inject, Injectable, signal } from '@angular/core';

/** The message for a failure that no page has shown. */
export interface Mishap {
  readonly headline: string;
  readonly nextStep: string;
}

const UNFORESEEN: Mishap = {
  headline: $localize`Something went wrong in this page`,
  nextStep: $localize`Reload it and try again. Your choice of seats stays.`,
};
const NOT_LOADED: Mishap = {
  headline: $localize`A part of the page could not be loaded`,
  nextStep: $localize`Check your network, then reload the page. Your choice of seats stays.`,
};

/** The last mishap; shown by the frame until it is put away. */
@Injectable({ providedIn: 'root' })
export class Mishaps {
  readonly last = signal<Mishap | undefined>(undefined);
}

/** Shows every error that no page has caught, including rejected promises, so that nothing fails in silence. */
@Injectable()
export class TellingErrorHandler implements ErrorHandler {
  private readonly mishaps = inject(Mishaps);

  handleError(error: unknown): void {
    console.error(error);
    this.mishaps.last.set(isLoading(error) ? NOT_LOADED : UNFORESEEN);
  }
}

/** Browsers word it differently when a module did not arrive. */
function isLoading(error: unknown): boolean {
  const told = error instanceof Error ? error.message : '';
  return /dynamically imported module|importing a module script|loading chunk/i.test(told);
}
