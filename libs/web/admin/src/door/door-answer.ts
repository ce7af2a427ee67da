import { afterRenderEffect, Component, computed, ElementRef, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { mdiTicketConfirmationOutline } from '@mdi/js';
import { frameCheckCircleOutline, frameClose, Icon, Write, WriteButton } from '@modex/web-ui';
import { DoorResult } from './door-result';

/** What a door says about the last ticket, large: by a word, a shape and a colour. Screen readers say it at once. */
@Component({
  selector: 'mx-door-answer',
  imports: [Icon, MatButtonModule, WriteButton],
  template: `
    <div class="panel" role="status" aria-live="assertive" aria-atomic="true" [attr.data-is]="kind()">
      @if (result(); as told) {
        <mx-icon [path]="told.isIn ? icons.in : icons.refused" />
        <div class="words">
          <p class="headline">{{ told.headline }}</p>
          @if (told.seat) {
            <p class="seat">
              <bdi>{{ told.seat }}</bdi>
            </p>
          }
          @if (told.customer || told.typeName) {
            <p>
              <bdi>{{ told.customer }}</bdi>
              @if (told.typeName) {
                ·
                <strong
                  ><bdi>{{ told.typeName }}</bdi></strong
                >
              }
            </p>
          }
          @if (told.proof) {
            <p i18n class="ask">Ask for the proof</p>
          }
          @if (told.toPay) {
            <p class="ask">{{ told.toPay }}</p>
          }
          @if (told.more) {
            <p class="more">{{ told.more }}</p>
          }
        </div>
      } @else {
        <mx-icon [path]="icons.ready" />
        <div class="words">
          <p i18n class="headline">Ready</p>
          <p i18n>Scan a ticket, type its code, or search the list.</p>
        </div>
      }
    </div>
    @if (result()?.entry) {
      <button i18n matButton="outlined" type="button" [mxWrite]="undo()">Undo: not in</button>
    }
  `,
  styleUrl: './door-answer.scss',
})
export class DoorAnswer {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly result = input<DoorResult | undefined>();
  /** Takes the entry back. */
  readonly undo = input.required<Write>();

  protected readonly icons = {
    in: frameCheckCircleOutline,
    refused: frameClose,
    ready: mdiTicketConfirmationOutline,
  };
  protected readonly kind = computed(() => {
    const told = this.result();
    if (told === undefined) return 'ready';
    return told.isIn ? 'in' : 'refused';
  });

  constructor() {
    // Whoever lets in from the list, further down, sees what has to be seen to.
    afterRenderEffect(() => {
      const told = this.result();
      if (told && isToBeSeen(told)) this.host.scrollIntoView?.({ block: 'nearest' });
    });
  }
}

function isToBeSeen({ isIn, proof, toPay }: DoorResult): boolean {
  return !isIn || proof || toPay !== '';
}
