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
import { FirstPasswordResponse } from '@modex/web-api-client';
import { Icon } from '@modex/web-ui';

/** A password that is shown once, with a button to copy it; takes the focus. `passedOn`: it can be hidden now. */
@Component({
  selector: 'mx-first-password',
  imports: [Icon, MatButtonModule],
  template: `
    <section aria-labelledby="first-password-heading">
      <h2 i18n id="first-password-heading" tabindex="-1" #heading>
        The password of <bdi>{{ first().name }}</bdi>
      </h2>
      <code translate="no">{{ first().firstPassword }}</code>
      <p i18n>
        Give it to them by a safe way; it is shown only now. They sign in with it as
        <bdi>{{ first().email }}</bdi> and change it under “My account”.
      </p>
      <div class="ways">
        <button matButton="filled" type="button" (click)="copy()">
          <mx-icon [path]="icon" /><ng-container i18n>Copy the password</ng-container>
        </button>
        <button i18n matButton="outlined" type="button" (click)="passedOn.emit()">I have passed it on</button>
        <span role="status">{{ news() }}</span>
      </div>
    </section>
  `,
  styleUrl: './first-password.scss',
})
export class FirstPassword {
  /** Works over plain HTTP too. */
  private readonly copies = inject(Clipboard);

  readonly first = input.required<FirstPasswordResponse>();
  readonly passedOn = output<void>();

  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly icon = mdiContentCopy;
  protected readonly news = linkedSignal({ source: this.first, computation: () => '' });

  constructor() {
    afterRenderEffect(() => {
      this.first();
      this.heading().nativeElement.focus();
    });
  }

  protected copy(): void {
    const isCopied = this.copies.copy(this.first().firstPassword);
    this.news.set(
      isCopied ? $localize`Copied.` : $localize`Your browser did not copy it: mark it above and copy it by hand.`,
    );
  }
}
