import { Component, computed, effect, ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { LIMITS } from '@modex/domain';
import { Api, getAdminShow, reading } from '@modex/web-api-client';
import { isUnknownShow } from '@modex/web-seats';
import {
  BackLink,
  Control,
  counted,
  Field,
  Heading,
  Live,
  Notice,
  Page,
  PageHead,
  PageStates,
  ShowTimePipe,
  Skeleton,
  TimePipe,
} from '@modex/web-ui';
import { NoSuchShow } from '../show/no-such-show';
import { DoorAnswer } from './door-answer';
import { DoorCamera } from './door-camera';
import { DoorConflicts } from './door-conflicts';
import { DoorTicket } from './door-deeds';
import { DoorDesk } from './door-desk';
import { DoorList } from './door-list';
import { DoorName } from './door-name';
import { isTicketCode } from './found-tickets';
import { TicketList } from './ticket-list';

/** Signs of a code that was typed; longer is no code. */
const LONGEST = 300;

/** The door of a show: lets people in by camera, by typed code and from the list, with a network and without one. */
@Component({
  imports: [
    BackLink,
    Control,
    DoorAnswer,
    DoorCamera,
    DoorConflicts,
    Field,
    Heading,
    Live,
    MatButtonModule,
    NoSuchShow,
    Notice,
    Page,
    PageStates,
    RouterLink,
    ShowTimePipe,
    Skeleton,
    TicketList,
    TimePipe,
  ],
  providers: [DoorDesk, DoorList, DoorName],
  templateUrl: './door-page.html',
  styleUrl: './door-page.scss',
  host: { '(window:online)': 'list.reading.refresh()' },
})
export class DoorPage {
  private readonly api = inject(Api);
  private readonly head = inject(PageHead);

  /** The show of the address. */
  readonly showId = input.required<string>();

  private readonly field = viewChild<ElementRef<HTMLInputElement>>('field');
  protected readonly list = inject(DoorList);
  protected readonly desk = inject(DoorDesk);
  protected readonly door = inject(DoorName);
  protected readonly valid = { touched: () => false, errors: () => [] };
  protected readonly longest = { door: LIMITS.door, typed: LONGEST };
  protected readonly typed = signal('');
  private readonly reading = reading({
    params: () => this.showId(),
    read: (showId) => this.api.invoke(getAdminShow, { showId }),
  });
  protected readonly show = this.reading.value;
  protected readonly search = computed(() => (isTicketCode(this.typed()) ? '' : this.typed()));
  protected readonly missing = computed(() => isUnknownShow(this.list.reading.problem()));
  /** Said while this device has deeds that the API does not know. */
  protected readonly waiting = computed(() => {
    const count = this.list.deeds().length;
    if (count === 0) return '';
    return counted(
      count,
      $localize`{n, plural, =1 {1 entry waits on this device until there is a network.} other {${count}:entries: entries wait on this device until there is a network.}}`,
    );
  });

  constructor() {
    effect(() => this.list.showId.set(this.showId()));
    effect(() => this.desk.timeZone.set(this.show()?.timeZone));
    effect(() => {
      const show = this.show();
      if (show) this.head.name($localize`Door · ${show.title}:title: · Admin`);
    });
  }

  /** A code is checked at once, and the field is ready for the next; anything else is looked for in the list. */
  protected send(event: Event): void {
    event.preventDefault();
    const typed = this.typed().trim();
    if (!isTicketCode(typed)) return;
    void this.desk.show({ code: typed });
    this.clear();
  }

  /** At once: a scanner types the next code before the page is drawn. */
  private clear(): void {
    this.typed.set('');
    const field = this.field()?.nativeElement;
    if (field === undefined) return;
    field.value = '';
    field.focus();
  }

  protected readonly scan = (code: string): void => void this.desk.show({ code });

  protected readonly admit = ({ bookingId, seat }: DoorTicket): Promise<void> =>
    this.desk.show({ bookingId, seatId: seat.id });

  protected readonly undo = async ({ bookingId, seat, entry }: DoorTicket): Promise<void> => {
    if (entry !== null) await this.desk.undo({ bookingId, seatId: seat.id, scanId: entry.scanId });
  };

  protected readonly undoLast = async (): Promise<void> => {
    const entry = this.desk.result()?.entry;
    if (entry) await this.desk.undo(entry);
  };
}
