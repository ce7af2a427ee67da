import { inject, Injectable, signal } from '@angular/core';
import { LIMITS } from '@modex/domain';
import { DeviceMemory } from '@modex/web-ui';

const NAME = 'door-name';

/** What staff call the door at which this device is; kept on it. */
@Injectable()
export class DoorName {
  private readonly memory = inject(DeviceMemory);

  readonly name = signal(textOf(this.memory.recall(NAME)));

  set(typed: string): void {
    const name = typed.replace(/\s+/g, ' ').trim().slice(0, LIMITS.door);
    this.name.set(name);
    this.memory.keep(NAME, name === '' ? undefined : name);
  }
}

function textOf(kept: unknown): string {
  return typeof kept === 'string' ? kept : '';
}
