import { Component, computed, input } from '@angular/core';
import { mdiChevronDown, mdiClipboardTextOutline, mdiSignDirection } from '@mdi/js';
import { ShowDetailsResponse } from '@modex/web-api-client';
import { Icon } from '@modex/web-ui';

/** What visitors should read of a show before they come, folded; nothing where nothing is said. */
@Component({
  selector: 'mx-show-texts',
  imports: [Icon],
  template: `
    @for (one of told(); track one.heading) {
      <details>
        <summary>
          <mx-icon [path]="one.icon" /><span>{{ one.heading }}</span
          ><mx-icon class="unfold" [path]="unfold" />
        </summary>
        <p dir="auto">{{ one.words }}</p>
      </details>
    }
  `,
  styles: `
    :host {
      display: grid;
      max-width: 44rem;
    }

    :host:empty {
      display: none;
    }

    details {
      border-bottom: 1px solid var(--mat-sys-outline-variant);
    }

    summary {
      display: flex;
      align-items: center;
      gap: var(--mx-gap-3);
      min-height: 48px;
      font: var(--mx-text-label);
      cursor: pointer;
      list-style: none;

      &::-webkit-details-marker {
        display: none;
      }
    }

    .unfold {
      margin-inline-start: auto;
    }

    [open] .unfold {
      rotate: 180deg;
    }

    p {
      margin: 0 0 var(--mx-gap-4);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class ShowTexts {
  readonly show = input.required<Pick<ShowDetailsResponse, 'houseRules' | 'gettingThere'>>();

  protected readonly unfold = mdiChevronDown;
  protected readonly told = computed(() => {
    const { houseRules, gettingThere } = this.show();
    const all = [
      { heading: $localize`How to get there`, words: gettingThere, icon: mdiSignDirection },
      { heading: $localize`House rules`, words: houseRules, icon: mdiClipboardTextOutline },
    ];
    return all.filter(({ words }) => words !== null);
  });
}
