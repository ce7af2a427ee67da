import {
  afterNextRender,
  DestroyRef,
  Directive,
  DOCUMENT,
  ElementRef,
  inject,
  Injectable,
  Injector,
} from '@angular/core';

/**
 * Remembers that another page was opened, until that page's heading has taken the focus.
 * The frame says `expect`; the heading may come much later, when its data has arrived. A page that changes by itself
 * says `keep`.
 */
@Injectable({ providedIn: 'root' })
export class HeadingFocus {
  private readonly page = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private expected = false;
  private heading: HTMLElement | undefined;

  expect(): void {
    this.expected = true;
  }

  /** True once after each `expect`. */
  take(): boolean {
    const taken = this.expected;
    this.expected = false;
    return taken;
  }

  /** Call just before a page changes by itself: if the element with the focus goes, the heading gets the focus. */
  keep(): void {
    const focused = this.page.activeElement;
    if (focused === null || focused === this.page.body) return;
    const rescue = (): void => {
      if (!focused.isConnected) this.heading?.focus();
    };
    afterNextRender({ write: rescue }, { injector: this.injector });
  }

  /** Gives the heading the focus, unless something else has it. */
  rescue(): void {
    if (this.page.activeElement === null || this.page.activeElement === this.page.body) this.heading?.focus();
  }

  /** Registers the heading of the page. */
  enter(heading: HTMLElement): void {
    this.heading = heading;
  }

  /** Removes a heading. */
  leave(heading: HTMLElement): void {
    if (this.heading === heading) this.heading = undefined;
  }
}

/** `<h1 mxHeading>`: the heading of a page; takes the focus after a navigation, so that it is read out. */
@Directive({ selector: 'h1[mxHeading]', host: { tabindex: '-1' } })
export class Heading {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly focus = inject(HeadingFocus);

  constructor() {
    const heading = this.element.nativeElement;
    this.focus.enter(heading);
    inject(DestroyRef).onDestroy(() => this.focus.leave(heading));
    afterNextRender(() => {
      if (this.focus.take()) heading.focus({ preventScroll: true });
    });
  }
}
