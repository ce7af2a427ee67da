import { Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SessionStore } from '@modex/web-account';
import { Api, getOrganiser, OrganiserResponse } from '@modex/web-api-client';
import { LanguageSwitch } from './language-switch';

/** The footer of every page: the promise of the venue, further links, and who runs it. */
@Component({
  selector: 'app-site-footer',
  imports: [LanguageSwitch, RouterLink],
  template: `
    <footer>
      <p i18n>A seat is never sold twice. When two people reach for the same one, exactly one of them gets it.</p>
      <nav aria-label="More" i18n-aria-label>
        <a i18n routerLink="/">Shows</a>
        <a i18n routerLink="/bookings">My bookings</a>
        <a i18n routerLink="/bookings/find">Find a booking</a>
        @for (link of links(); track link.words) {
          <a [href]="link.href">{{ link.words }}</a>
        }
        @if (showsDocs()) {
          <a i18n href="/api/docs">For developers</a>
        }
      </nav>
      <app-language-switch />
      @if (organiser(); as known) {
        <address>
          <bdi>{{ known.name }}</bdi> <span dir="auto">{{ known.address }}</span>
          @if (known.email) {
            <a [href]="'mailto:' + known.email"
              ><bdi>{{ known.email }}</bdi></a
            >
          }
        </address>
      }
    </footer>
  `,
  styles: `
    footer {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: var(--mx-gap-4) var(--mx-gap-6);
      max-width: var(--mx-page);
      margin: var(--mx-gap-7) auto 0;
      padding: var(--mx-gap-5) var(--mx-gutter) var(--mx-gap-6);
      border-top: 1px solid var(--mat-sys-outline-variant);
      font: var(--mx-text-small);
      color: var(--mat-sys-on-surface-variant);
    }

    p {
      max-width: 32rem;
    }

    address {
      display: grid;
      justify-items: start;
      flex: 1 1 100%;
      font-style: normal;
      overflow-wrap: anywhere;
      white-space: pre-line;
    }

    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--mx-gap-5);
    }

    a {
      display: inline-flex;
      align-items: center;
      min-height: 44px;
      color: inherit;
    }
  `,
})
export class SiteFooter {
  private readonly session = inject(SessionStore);

  /** Who runs the venue; undefined where nobody said, or it cannot be read: the page is whole without it. */
  protected readonly organiser = signal<OrganiserResponse | undefined>(undefined);
  protected readonly links = computed(() => {
    const { imprintUrl, privacyUrl, termsUrl } = this.organiser() ?? {};
    const all = [
      { words: $localize`Imprint`, href: imprintUrl },
      { words: $localize`Privacy`, href: privacyUrl },
      { words: $localize`Terms`, href: termsUrl },
    ];
    return all.filter(({ href }) => href);
  });

  /** What the server wrote into the page: whether there is an explorer of the API, and for whom. */
  private readonly docs = inject(DOCUMENT).head.querySelector('link[rel="service-doc"]')?.getAttribute('title');

  protected readonly showsDocs = computed(
    () => this.docs === 'on' || (this.docs === 'admin' && this.session.isStaff()),
  );

  constructor() {
    // Not by a reading: it is read once, shows no state, and all that is imported here is in the first script.
    inject(Api)
      .invoke(getOrganiser)
      .then((told) => this.organiser.set(told.name === null ? undefined : told))
      .catch(() => undefined);
  }
}
