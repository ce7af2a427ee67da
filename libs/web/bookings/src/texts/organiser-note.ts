import { Component, inject } from '@angular/core';
import { Api, getOrganiser, reading } from '@modex/web-api-client';

/** Who runs the venue, on a ticket; nothing where nobody said, or while it is not known. */
@Component({
  selector: 'mx-organiser-note',
  template: `
    @if (reading.value(); as known) {
      @if (known.name) {
        <p>
          <ng-container i18n
            >Organiser: <bdi>{{ known.name }}</bdi></ng-container
          >
          @if (known.address) {
            <span class="address" dir="auto">{{ known.address }}</span>
          }
          @if (known.email) {
            <a [href]="'mailto:' + known.email"
              ><bdi>{{ known.email }}</bdi></a
            >
          }
          @if (known.termsUrl) {
            <a i18n class="link" [href]="known.termsUrl">Terms</a>
          }
          @if (known.privacyUrl) {
            <a i18n class="link" [href]="known.privacyUrl">Privacy</a>
          }
          @if (known.imprintUrl) {
            <a i18n class="link" [href]="known.imprintUrl">Imprint</a>
          }
        </p>
      }
    }
  `,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--mx-gap-4);
      margin: var(--mx-gap-2) 0 0;
      font: var(--mx-text-small);
      overflow-wrap: anywhere;
    }

    .address {
      flex: 1 1 100%;
      white-space: pre-line;
    }

    a {
      display: inline-flex;
      align-items: center;
      min-height: 44px;
      color: inherit;
    }

    @media print {
      .link {
        display: none;
      }

      a {
        min-height: 0;
      }
    }
  `,
})
export class OrganiserNote {
  private readonly api = inject(Api);

  protected readonly reading = reading({ params: () => ({}), read: () => this.api.invoke(getOrganiser) });
}
