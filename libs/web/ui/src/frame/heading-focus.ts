import { afterNextRender, Directive, ElementRef, inject, Injectable } from '@angular/core';

/**
 * Remembers that the visitor has just moved to another page, until that page's heading has taken the focus.
 * The frame says `expect`; the heading may come much later, when its data has arrived.
 */
@Injectable({ providedIn: 'root' })
export class HeadingFocus {
  private expected = false;

  expect(): void {
    this.expected = true;
  }

  /** True once for each expectation. */
  take(): boolean {
    const taken = this.expected;
    this.expected = false;
    return taken;
  }
}

/** `<h1 mxHeading>`: the heading of a page; takes the focus after a navigation, so that it is read out. */
@Directive({ selector: 'h1[mxHeading]', host: { tabindex: '-1' } })
export class Heading {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly focus = inject(HeadingFocus);

  constructor() {
    afterNextRender(() => {
      if (this.focus.take()) this.element.nativeElement.focus({ preventScroll: true });
    });
  }
}
