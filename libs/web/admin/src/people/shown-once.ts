import { Clipboard } from '@angular/cdk/clipboard';
import {
  afterRenderEffect,
  Component,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { mdiContentCopy } from '@mdi/js';
import { Icon } from '@modex/web-ui';

/**
 * A secret that is shown once, with a button to copy it; takes the focus. In: the `secret`, the words of its buttons (`copyIt`,
 * `hideIt`), its heading as an element with `what`, and what to do with it. `passedOn`: it can be hidden now.
 */
@Component({
  selector: 'mx-shown-once',
  imports: [Icon, MatButtonModule],
  template: `
    <section aria-labelledby="shown-once-heading">
      <h2 id="shown-once-heading" tabindex="-1" #heading><ng-content select="[what]" /></h2>
      <code translate="no">{{ secret() }}</code>
      <ng-content />
      <div class="ways">
        <button matButton="filled" type="button" (click)="copy()"><mx-icon [path]="icon" />{{ copyIt() }}</button>
        <button matButton="outlined" type="button" (click)="passedOn.emit()">{{ hideIt() }}</button>
        <span role="status">{{ news() }}</span>
      </div>
    </section>
  `,
  styleUrl: './shown-once.scss',
})
export class ShownOnce {
  /** Works over plain HTTP too. */
  private readonly copies = inject(Clipboard);

  readonly secret = input.required<string>();
  readonly copyIt = input.required<string>();
  readonly hideIt = input.required<string>();
  readonly passedOn = output<void>();

  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly icon = mdiContentCopy;
  protected readonly news = linkedSignal({ source: this.secret, computation: () => '' });

  constructor() {
    afterRenderEffect(() => {
      this.secret();
      this.heading().nativeElement.focus();
    });
  }

  protected copy(): void {
    const isCopied = this.copies.copy(this.secret());
    this.news.set(
      isCopied ? $localize`Copied.` : $localize`Your browser did not copy it: mark it above and copy it by hand.`,
    );
  }
}
