import { Component, computed, input, output } from '@angular/core';
import { NewInvitationResponse } from '@modex/web-api-client';
import { TimePipe } from '@modex/web-ui';
import { ShownOnce } from './shown-once';

/** The link of an invitation. `passedOn`: it can be hidden. */
@Component({
  selector: 'mx-new-invitation',
  imports: [ShownOnce, TimePipe],
  template: `
    <mx-shown-once
      copyIt="Copy the link"
      i18n-copyIt
      hideIt="Hide it"
      i18n-hideIt
      [secret]="address()"
      (passedOn)="passedOn.emit()"
    >
      <span i18n what>
        The invitation of <bdi>{{ invited().email }}</bdi>
      </span>
      @if (invited().mailed) {
        <p i18n>A mail with this link is on its way. You can pass the link on yourself too; it is shown only now.</p>
      } @else {
        <p i18n>This server sends no mail: pass the link on by a safe way. It is shown only now.</p>
      }
      <p i18n>
        It works once, until <time [attr.datetime]="invited().endsAt">{{ invited().endsAt | mxTime: 'short' }}</time>.
      </p>
    </mx-shown-once>
  `,
})
export class NewInvitation {
  readonly invited = input.required<NewInvitationResponse>();
  readonly passedOn = output<void>();

  protected readonly address = computed(() => new URL(this.invited().path, location.origin).href);
}
