import { ApplicationRef, Component, computed, DOCUMENT, effect, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiAccountKeyOutline, mdiPrinterOutline, mdiTicketOutline } from '@mdi/js';
import { SignIn } from '@modex/web-account';
import { BookingResponse, Problem, readProblem, TicketResponse } from '@modex/web-api-client';
import {
  BackLink,
  BlankState,
  counted,
  Heading,
  HeadingFocus,
  Icon,
  Notice,
  Page,
  PageStates,
  saveFile,
  Skeleton,
  TimePipe,
  WriteGate,
  writeTime,
} from '@modex/web-ui';
import { OpenTickets } from './open-tickets';
import { PassingOn } from './passing-on';
import { TicketCard } from './ticket-card';

/** The tickets of a booking, to be shown at the door, printed, or passed on to somebody else. */
@Component({
  imports: [
    BackLink,
    BlankState,
    Heading,
    Icon,
    MatButtonModule,
    Notice,
    Page,
    PageStates,
    RouterLink,
    Skeleton,
    TicketCard,
    TimePipe,
  ],
  providers: [OpenTickets, PassingOn, WriteGate],
  templateUrl: './tickets-page.html',
  styleUrl: './tickets-page.scss',
})
export class TicketsPage {
  private readonly app = inject(ApplicationRef);
  private readonly page = inject(DOCUMENT);
  private readonly headingFocus = inject(HeadingFocus);
  private readonly door = inject(SignIn);

  /** The booking of the address. */
  readonly bookingId = input.required<string>();

  protected readonly open = inject(OpenTickets);
  protected readonly passing = inject(PassingOn);
  protected readonly icons = { door: mdiAccountKeyOutline, missing: mdiTicketOutline, print: mdiPrinterOutline };
  protected readonly paperProblem = signal<Problem | undefined>(undefined);
  /** The only seat whose ticket is printed; undefined: all are. */
  protected readonly alone = signal<string | undefined>(undefined);
  protected readonly headline = computed(() =>
    counted(
      this.open.reading.value()?.tickets.length ?? 0,
      $localize`{n, plural, =1 {Your ticket} other {Your tickets}}`,
    ),
  );
  /** Said of tickets that were read a while ago. */
  protected readonly asOf = computed(() => {
    const asOf = this.open.asOf();
    return asOf === undefined ? '' : $localize`As of ${writeTime(asOf, 'time')}:time:`;
  });

  constructor() {
    effect(() => this.open.bookingId.set(this.bookingId()));
  }

  protected async signIn(): Promise<void> {
    if (await this.door.signInThen('bookings')) this.headingFocus.expect();
  }

  protected async passOn(ticket: TicketResponse): Promise<void> {
    const seen = this.open.reading.value();
    if (seen === undefined) return;
    const after = await this.passing.renew(seen.booking, ticket);
    if (after) this.open.set(after);
    // A refusal means that the page is out of date: somebody is in with the ticket, or it was given back.
    else if (this.passing.problem()) await this.open.reading.refresh();
  }

  protected async savePaper({ code }: BookingResponse): Promise<void> {
    this.paperProblem.set(undefined);
    try {
      saveFile(await this.open.onPaper(), `modex-${code}.pdf`, this.page);
    } catch (error) {
      this.paperProblem.set(readProblem(error));
    }
  }

  /** Prints one ticket; without a seat all of them. */
  protected print(seatId?: string): void {
    this.alone.set(seatId);
    this.app.tick();
    this.page.defaultView?.print();
    this.alone.set(undefined);
  }
}
