import { Injectable } from '@angular/core';

/** Keeps what was written at the door until it is opened again, but never a password. */
@Injectable({ providedIn: 'root' })
export class DoorMemory {
  written = { name: '', email: '' };
}
