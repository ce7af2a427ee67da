import { Component, computed, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { mdiCheckDecagram, mdiPrinterOutline } from '@mdi/js';
import { BookingResponse, TicketResponse } from '@modex/web-api-client';
import { Icon, isElsewhere, Notice, ShowTimePipe, Write, WriteButton, writeTime, zoneName } from '@modex/web-ui';
import { paymentWords } from '../price/payment-words';
import { HandingOver } from './handing-over';
import { qrPath } from './qr-path';

/** One ticket, for the phone and for paper: the code that doors read, and in words what it is for. */
@Component({
  selector: 'mx-ticket-card',
  imports: [Icon, MatButtonModule, Notice, ShowTimePipe, WriteButton],
  templateUrl: './ticket-card.html',
  styleUrl: './ticket-card.scss',
  host: { '[class.used]': 'ticket().entry !== null' },
})
export class TicketCard {
  private readonly handing = inject(HandingOver);

  readonly booking = input.required<BookingResponse>();
  readonly ticket = input.required<TicketResponse>();
  /** It was just issued anew, and waits to be handed over. */
  readonly renewed = input(false);
  /** Issues it anew, to pass it on. */
  readonly passOn = input.required<Write>();
  /** This ticket alone is to be printed. */
  readonly printed = output();

  protected readonly icons = {
    in: mdiCheckDecagram,
    print: mdiPrinterOutline,
  };
  protected readonly canShare = this.handing.canShare();
  protected readonly qr = computed(() => qrPath(this.ticket().code));
  protected readonly box = computed(() => `0 0 ${this.qr().size} ${this.qr().size}`);
  protected readonly label = computed(() => $localize`Ticket for ${this.ticket().seat.name}:seat:`);
  protected readonly codeLabel = computed(() => $localize`QR code of the ticket for ${this.ticket().seat.name}:seat:`);
  protected readonly payment = computed(() => {
    const { payment } = this.booking();
    return payment === null ? '' : paymentWords(payment);
  });
  /** Since when somebody is in with it, and at which door; empty while nobody is. */
  protected readonly entered = computed(() => {
    const { entry } = this.ticket();
    if (entry === null) return '';
    const time = writeTime(entry.at, 'time', this.booking().show.timeZone);
    return entry.door === null
      ? $localize`Is in since ${time}:time:`
      : $localize`Is in since ${time}:time: at ${entry.door}:door:`;
  });
  /** The time zone for the printed ticket, which may be read anywhere; only where the screen does not name it. */
  protected readonly zone = computed(() => {
    const { show } = this.booking();
    return isElsewhere(show) ? '' : zoneName(show.startTime, show.timeZone);
  });

  protected readonly share = (): Promise<void> => this.handing.share(this.booking(), this.ticket());
  protected readonly save = (): Promise<void> => this.handing.save(this.booking(), this.ticket());
}
