import { Type } from '@angular/core';

/** A dialog: its component, loaded when it is first needed, what it is told, and how it looks and is read out. */
export interface DialogWish<D> {
  readonly load: () => Promise<Type<unknown>>;
  readonly data: D;
  readonly width: string;
  /** Where the focus goes first: a selector. */
  readonly autoFocus: string;
  readonly ariaLabelledBy: string;
  readonly ariaDescribedBy?: string;
  readonly role?: 'dialog' | 'alertdialog';
}
