import { Injectable } from '@angular/core';

/** What was written at the door stays when the door is closed and opened again; a password is never kept. */
@Injectable({ providedIn: 'root' })
export class DoorMemory {
  written = { name: '', email: '' };
}
