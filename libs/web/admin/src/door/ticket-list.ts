import { Component, computed, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { counted, frameCheckCircleOutline, Icon, writeTime, WriteButton } from '@modex/web-ui';
import { DoorTicket } from './door-deeds';
import { findTickets } from './found-tickets';

/** How many are shown; whoever looks for another one types more. */
const MOST = 40;

/** The tickets of a show that fit a search: each can be let in, and taken back. */
@Component({
  selector: 'mx-ticket-list',
  imports: [Icon, MatButtonModule, WriteButton],
  template: `
    <p role="status" class="count">{{ count() }}</p>
    <ul>
      @for (ticket of shown(); track ticket.bookingId + ticket.seat.id) {
        <li>
          <div class="who">
            <strong
              ><bdi>{{ ticket.seat.name }}</bdi></strong
            >
            <span
              ><bdi>{{ ticket.customerName }}</bdi></span
            >
            <span class="more">
              @if (ticket.typeName) {
                <bdi>{{ ticket.typeName }}</bdi> ·
              }
              <code>{{ ticket.bookingCode }}</code>
            </span>
            @if (ticket.entry) {
              <span class="in"
                ><mx-icon [path]="icon" /><bdi>{{ inWords(ticket) }}</bdi></span
              >
            }
          </div>
          @if (ticket.entry) {
            <button
              i18n
              matButton="outlined"
              type="button"
              [attr.aria-label]="undoLabel(ticket)"
              [mxWrite]="() => undo()(ticket)"
            >
              Undo
            </button>
          } @else {
            <button
              i18n
              matButton="filled"
              type="button"
              [attr.aria-label]="admitLabel(ticket)"
              [mxWrite]="() => admit()(ticket)"
            >
              Let in
            </button>
          }
        </li>
      }
    </ul>
  `,
  styleUrl: './ticket-list.scss',
})
export class TicketList {
  readonly tickets = input.required<readonly DoorTicket[]>();
  readonly search = input('');
  readonly timeZone = input<string>();
  /** Lets somebody in with a ticket. */
  readonly admit = input.required<(ticket: DoorTicket) => Promise<unknown>>();
  /** Takes the entry of a ticket back. */
  readonly undo = input.required<(ticket: DoorTicket) => Promise<unknown>>();

  protected readonly icon = frameCheckCircleOutline;
  private readonly found = computed(() => findTickets(this.tickets(), this.search()));
  protected readonly shown = computed(() => this.found().slice(0, MOST));
  protected readonly count = computed(() => {
    const found = this.found().length;
    if (found === 0) return $localize`No ticket found`;
    const words = $localize`{n, plural, =1 {1 ticket} other {${found}:tickets: tickets}}`;
    const more = $localize`{n, plural, =1 {1 ticket} other {${found}:tickets: tickets; these are the first ${MOST}:shown:, so type more}}`;
    return counted(found, found > MOST ? more : words);
  });

  protected inWords({ entry, offline }: DoorTicket): string {
    if (entry === null) return '';
    const time = writeTime(entry.at, 'time', this.timeZone());
    const where = entry.door === null ? $localize`In ${time}:time:` : $localize`In ${time}:time: · ${entry.door}:door:`;
    return offline ? $localize`${where}:where: · offline, not sent yet` : where;
  }

  protected admitLabel({ seat, customerName }: DoorTicket): string {
    return $localize`Let in: ${seat.name}:seat:, ${customerName}:customer:`;
  }

  protected undoLabel({ seat, customerName }: DoorTicket): string {
    return $localize`Undo the entry: ${seat.name}:seat:, ${customerName}:customer:`;
  }
}
