import { Injectable } from '@angular/core';
import { KeptValues } from './kept-values';

/** Keeps values by name in this tab, over a reload and Back. */
@Injectable({ providedIn: 'root' })
export class TabMemory extends KeptValues {
  protected storageOf({ sessionStorage }: Window): Storage {
    return sessionStorage;
  }
}
