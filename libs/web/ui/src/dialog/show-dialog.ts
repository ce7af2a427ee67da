import { DOCUMENT, Injector, Type } from '@angular/core';
import { MatDialog, MatDialogRef } from '@angular/material/dialog';
import { filter, firstValueFrom, merge } from 'rxjs';
import { HeadingFocus } from '../frame/heading-focus';
import { BackGuard } from './back-guard';
import { DialogWish } from './dialog-wish';

/** For this time after opening a dialog takes no press, in milliseconds: the second of a double tap is not meant for it. */
export const FRESH_MS = 500;
/** The class of a dialog during that time: the site's styles keep the pointer away from it. */
const FRESH_CLASS = 'mx-fresh';

export interface LoadedWish extends DialogWish<unknown> {
  readonly component: Type<unknown>;
  /** What the focus goes back to. */
  readonly opener: Element | null;
}

/** Shows the dialog and resolves when it and its entry in the history are gone. */
export async function showDialog<R>(injector: Injector, wish: LoadedWish): Promise<R | undefined> {
  const { component, data, width, autoFocus, role, ariaLabelledBy, ariaDescribedBy, opener } = wish;
  const [page, heading] = [injector.get(DOCUMENT), injector.get(HeadingFocus)];
  const focusedBefore = page.activeElement;
  const dialog = injector.get(MatDialog).open<unknown, unknown, R>(component, {
    ...{ data, width, autoFocus, role: role ?? 'dialog', ariaLabelledBy },
    ariaDescribedBy: ariaDescribedBy ?? null,
    panelClass: FRESH_CLASS,
    maxWidth: 'calc(100vw - 1.5rem)',
    maxHeight: 'calc(100dvh - 1.5rem)',
    disableClose: true,
    restoreFocus: false,
  });
  const leave = injector.get(BackGuard).cover(() => dialog.close());
  const isEarly = keepFresh(dialog);
  const dismissals = dismissed(dialog).subscribe((press) => {
    if (!isEarly(press)) dialog.close();
  });
  const result = await firstValueFrom(dialog.afterClosed());
  dismissals.unsubscribe();
  await leave();
  const target = [opener, focusedBefore].find((element) => isPlace(element, page));
  if (target instanceof HTMLElement || target instanceof SVGElement) target.focus();
  else heading.rescue();
  return result;
}

function dismissed<R>(dialog: MatDialogRef<unknown, R>) {
  const escaped = dialog.keydownEvents().pipe(filter(({ key }) => key === 'Escape'));
  return merge(dialog.backdropClick(), escaped);
}

/** Keeps presses away from a dialog that has just opened. Returns whether a press was too early for it. */
function keepFresh(dialog: MatDialogRef<unknown, unknown>): (press: Event) => boolean {
  let end = performance.now() + FRESH_MS;
  // The time of the press itself counts: on a slow device its event may come much later.
  const isEarly = ({ timeStamp }: Event): boolean => timeStamp <= end;
  dialog.keydownEvents().subscribe((event) => {
    // Typing into the dialog means that somebody has seen it.
    if (event.key.length === 1 && isField(event.target)) end = 0;
    const pressed = event.key === 'Enter' || (event.key === ' ' && event.target instanceof HTMLButtonElement);
    if (pressed && isEarly(event)) event.preventDefault();
  });
  setTimeout(() => dialog.removePanelClass(FRESH_CLASS), FRESH_MS);
  return isEarly;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

function isPlace(element: Element | null, page: Document): boolean {
  return element !== null && element !== page.body && element.isConnected;
}
