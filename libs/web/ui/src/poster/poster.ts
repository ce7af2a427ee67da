import { Component, computed, input } from '@angular/core';
import { posterOf } from './poster-art';

/** A poster drawn from a show's title: decoration that fills its frame; whatever is put inside stands upon it. */
@Component({
  selector: 'mx-poster',
  template: `
    <svg viewBox="0 0 400 500" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      @for (shape of art().shapes; track $index) {
        <path [attr.d]="shape.path" [attr.fill]="shape.fill" [attr.fill-opacity]="shape.opacity" />
      }
    </svg>
    <div class="veil"></div>
    <ng-content />
  `,
  styles: `
    :host {
      position: relative;
      display: block;
      overflow: hidden;
      isolation: isolate;
      color: var(--poster-pale);
      background: radial-gradient(120% 90% at 50% 10%, var(--poster-lit), var(--poster-deep) 78%);
    }

    svg,
    .veil {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      z-index: -1;
    }

    svg {
      transition: scale 700ms cubic-bezier(0.2, 0.7, 0.2, 1);
    }

    .veil {
      background: linear-gradient(
        to top,
        var(--poster-deep) 12%,
        color-mix(in srgb, var(--poster-deep) 84%, transparent) 42%,
        transparent 78%
      );
    }

    /* However high a title grows, it stands on the dark of the poster, not on what is pale in its picture. */
    :host ::ng-deep :is(h1, h2) {
      position: relative;

      &::before {
        content: '';
        position: absolute;
        z-index: -1;
        inset: 0 -100vw -100vh;
        background: linear-gradient(
          to bottom,
          transparent,
          color-mix(in srgb, var(--poster-deep) 80%, transparent) var(--mx-gap-4)
        );
      }
    }
  `,
  host: {
    '[style.--poster-deep]': 'art().ink.deep',
    '[style.--poster-lit]': 'art().ink.lit',
    '[style.--poster-accent]': 'art().ink.accent',
    '[style.--poster-pale]': 'art().ink.pale',
  },
})
export class Poster {
  readonly title = input.required<string>();

  protected readonly art = computed(() => posterOf(this.title()));
}
