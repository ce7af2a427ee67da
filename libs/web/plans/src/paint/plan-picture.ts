import {
  afterNextRender,
  afterRenderEffect,
  Component,
  DestroyRef,
  ElementRef,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { PlanDrawing } from '@modex/domain';
import { NOTHING } from '../model/selection';
import { whenRecoloured } from '@modex/web-ui';
import { readLook } from './look';
import { PlanPainter } from './plan-painter';
import { fitting } from './view';

/** A still picture of a whole plan. Decoration: what it shows is said beside it. */
@Component({
  selector: 'mx-plan-picture',
  template: '<canvas #canvas aria-hidden="true"></canvas>',
  styles: `
    :host {
      display: block;
      aspect-ratio: 4 / 3;
      overflow: hidden;
      border-radius: var(--mx-radius-small);
      background: var(--mat-sys-surface-container-lowest);
    }

    canvas {
      width: 100%;
      height: 100%;
    }
  `,
})
export class PlanPicture {
  readonly drawing = input.required<PlanDrawing>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('canvas');

  constructor() {
    afterRenderEffect(() => this.paint(this.drawing()));
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const again = (): void => this.paint(this.drawing());
      destroyed.onDestroy(whenRecoloured(again));
      if (typeof ResizeObserver === 'undefined') return;
      const watch = new ResizeObserver(again);
      watch.observe(this.host);
      destroyed.onDestroy(() => watch.disconnect());
    });
  }

  private paint(drawing: PlanDrawing): void {
    const canvas = this.canvas().nativeElement;
    const size = { width: this.host.clientWidth, height: this.host.clientHeight };
    if (size.width === 0) return;
    const ratio = devicePixelRatio;
    [canvas.width, canvas.height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
    const ctx = canvas.getContext('2d');
    if (!ctx) return;
    const painter = new PlanPainter(ctx, readLook(this.host), ratio);
    painter.clear(size);
    painter.paint(drawing, fitting(drawing, size, 8), size, { selection: NOTHING, isNameless: true });
  }
}
