import { Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { mdiPause, mdiPlay } from '@mdi/js';
import { Icon } from '@modex/web-ui';
import { writeMoment } from './moment';
import { SaleReplay } from './sale-replay';

/** A slider through a sale, from before the first booking to now, and a button that plays it. */
@Component({
  selector: 'mx-sale-slider',
  imports: [Icon, MatButtonModule],
  template: `
    <button matButton="tonal" type="button" (click)="replay.playing() ? replay.pause() : replay.play()">
      <mx-icon [path]="replay.playing() ? icons.pause : icons.play" />
      @if (replay.playing()) {
        <ng-container i18n>Pause</ng-container>
      } @else {
        <ng-container i18n>Play the sale</ng-container>
      }
    </button>
    <div class="line">
      <input
        type="range"
        aria-label="Moment of the sale"
        i18n-aria-label
        min="0"
        step="1"
        [max]="replay.last()"
        [value]="replay.step()"
        [attr.aria-valuetext]="words()"
        (input)="replay.goTo(slider.valueAsNumber)"
        #slider
      />
      <p aria-hidden="true">
        <span>{{ begin() }}</span> <span i18n>Now</span>
      </p>
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: start;
      gap: var(--mx-gap-2) var(--mx-gap-4);
    }

    button {
      min-width: min(10.5rem, 100%);
    }

    mx-icon {
      margin-right: var(--mx-gap-2);
      font-size: 0.8rem;
      vertical-align: -0.25em;
    }

    .line {
      flex: 1 1 14rem;
      min-width: 0;
    }

    input {
      display: block;
      width: 100%;
      height: 48px;
      margin: 0;
      border-radius: 24px;
      /* The touch target is higher than what is seen of it. */
      outline-offset: -12px;
      accent-color: var(--mat-sys-primary);
      cursor: pointer;
    }

    p {
      display: flex;
      justify-content: space-between;
      margin-top: -0.5rem;
      font: var(--mx-text-small);
      color: var(--mat-sys-on-surface-variant);
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class SaleSlider {
  protected readonly replay = inject(SaleReplay);
  protected readonly icons = { play: mdiPlay, pause: mdiPause };
  protected readonly begin = computed(() => momentWords(this.replay.steps()[0]));
  protected readonly words = computed(() => momentWords(this.replay.steps()[this.replay.step()]));
}

function momentWords(moment: string | undefined): string {
  return moment === undefined ? $localize`Now` : writeMoment(moment);
}
