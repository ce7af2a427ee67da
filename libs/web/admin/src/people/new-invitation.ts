import { Clipboard } from '@angular/cdk/clipboard';
import {
  afterRenderEffect,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { mdiContentCopy } from '@mdi/js';
import { NewInvitationResponse } from '@modex/web-api-client';
import { Icon, TimePipe } from '@modex/web-ui';

/** The link of an invitation, which is shown once, with a button to copy it; takes the focus. `passedOn`: it can be hidden. */
@Component({
  selector: 'mx-new-invitation',
  imports: [Icon, MatButtonModule, TimePipe],
  template: `
    <section aria-labelledby="new-invitation-heading">
      <h2 i18n id="new-invitation-heading" tabindex="-1" #heading>
        The invitation of <bdi>{{ invited().email }}</bdi>
      </h2>
      <code translate="no">{{ address() }}</code>
      @if (invited().mailed) {
        <p i18n>A mail with this link is on its way. You can pass the link on yourself too; it is shown only now.</p>
      } @else {
        <p i18n>This server sends no mail: pass the link on by a safe way. It is shown only now.</p>
      }
      <p i18n>
        It works once, until <time [attr.datetime]="invited().endsAt">{{ invited().endsAt | mxTime: 'short' }}</time>.
      </p>
      <div class="ways">
        <button matButton="filled" type="button" (click)="copy()">
          <mx-icon [path]="icon" /><ng-container i18n>Copy the link</ng-container>
        </button>
        <button i18n matButton="outlined" type="button" (click)="passedOn.emit()">Hide it</button>
        <span role="status">{{ news() }}</span>
      </div>
    </section>
  `,
  styleUrl: './first-password.scss',
})
export class NewInvitation {
  /** Works over plain HTTP too. */
  private readonly copies = inject(Clipboard);

  readonly invited = input.required<NewInvitationResponse>();
  readonly passedOn = output<void>();

  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly icon = mdiContentCopy;
  protected readonly address = computed(() => new URL(this.invited().path, location.origin).href);
  protected readonly news = linkedSignal({ source: this.invited, computation: () => '' });

  constructor() {
    afterRenderEffect(() => {
      this.invited();
      this.heading().nativeElement.focus();
    });
  }

  protected copy(): void {
    const isCopied = this.copies.copy(this.address());
    this.news.set(
      isCopied ? $localize`Copied.` : $localize`Your browser did not copy it: mark it above and copy it by hand.`,
    );
  }
}
