import { Injectable } from '@angular/core';
import { KeptValues } from './kept-values';

/** Keeps values by name on this device. Names that begin with `OWN` are forgotten when somebody signs out. */
@Injectable({ providedIn: 'root' })
export class DeviceMemory extends KeptValues {
  /** The names of all values whose names begin so. */
  namesOf(beginning: string): readonly string[] {
    const keys = this.ask((storage) => Object.keys(storage)) ?? [];
    const names = keys.filter((key) => key.startsWith('modex.')).map((key) => key.slice('modex.'.length));
    return names.filter((name) => name.startsWith(beginning));
  }

  protected storageOf({ localStorage }: Window): Storage {
    return localStorage;
  }
}
