import { Component, computed, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Api, CustomerResponse, getSeatHistory, reading, SeatEventResponse } from '@modex/web-api-client';
import { PageStates, Skeleton, StatusChip } from '@modex/web-ui';
import { writeMoment } from './moment';
import { Person } from './person';
import { tellEvents } from './seat-events';

/** What happened to one seat, oldest first. Emits `visited` with the time of an event, to see the seats at that time. */
@Component({
  selector: 'mx-seat-history',
  imports: [MatButtonModule, PageStates, Person, Skeleton, StatusChip],
  templateUrl: './seat-history.html',
  styleUrl: './seat-history.scss',
})
export class SeatHistory {
  private readonly api = inject(Api);

  readonly showId = input.required<string>();
  readonly seatId = input.required<string>();
  readonly visited = output<string>();

  protected readonly write = writeMoment;
  protected readonly reading = reading({
    params: () => ({ showId: this.showId(), seatId: this.seatId() }),
    read: (seat) => this.api.invoke(getSeatHistory, seat),
  });
  protected readonly events = computed(() => tellEvents(this.reading.value()?.events ?? []));

  protected seatsThen(at: string): string {
    return $localize`The seats then, ${writeMoment(at)}:moment:`;
  }

  /** Nobody for an anonymous guest: until the booking there is nothing to show. */
  protected named(person: CustomerResponse | null): CustomerResponse | null {
    return person?.name === '' ? null : person;
  }

  /** The customer it was done for, if somebody else did it. */
  protected customerOf({ by, customer }: Pick<SeatEventResponse, 'by' | 'customer'>): CustomerResponse | null {
    return by?.userId === customer?.userId ? null : customer;
  }
}
