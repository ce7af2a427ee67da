import { Component, computed, effect, ElementRef, inject, untracked, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiAccountKeyOutline, mdiLanDisconnect, mdiTicketOutline } from '@mdi/js';
import { SessionStore } from '@modex/web-account';
import { BookingResponse } from '@modex/web-api-client';
import { BlankState, Heading, ListEnd, Notice, Page, Skeleton } from '@modex/web-ui';
import { Cancellation } from '../cancel/cancellation';
import { Ticket } from '../ticket/ticket';
import { MyBookings } from './my-bookings';

/** The tickets of whoever is signed in: what is to come, and what was. */
@Component({
  imports: [BlankState, Heading, ListEnd, MatButtonModule, Notice, Page, RouterLink, Skeleton, Ticket],
  providers: [Cancellation, MyBookings],
  templateUrl: './bookings-page.html',
  styleUrl: './bookings-page.scss',
})
export class BookingsPage {
  private readonly heading = viewChild<Heading, ElementRef<HTMLElement>>(Heading, { read: ElementRef });
  protected readonly session = inject(SessionStore);
  protected readonly list = inject(MyBookings);
  protected readonly pages = this.list.pages;
  protected readonly cancellation = inject(Cancellation);
  protected readonly icons = { empty: mdiTicketOutline, failed: mdiLanDisconnect, door: mdiAccountKeyOutline };
  private readonly userId = computed(() => this.session.user()?.userId);

  constructor() {
    void this.session.look();
    effect(() => {
      const userId = this.userId();
      untracked(() => this.change(userId));
    });
  }

  protected async signIn(): Promise<void> {
    if (await this.session.signInThen('bookings')) this.toHeading();
  }

  protected async cancel(booking: BookingResponse): Promise<void> {
    const after = await this.cancellation.cancel(booking);
    if (after) this.pages.replace(after);
    else if (this.cancellation.problem()?.code === 'booking-not-cancellable') await this.list.open();
    else return;
    this.toHeading();
  }

  /** Nothing that was told to one visitor is left for the next one. */
  private change(userId: string | undefined): void {
    this.list.close();
    this.cancellation.forget();
    if (userId) void this.list.open();
  }

  /** What was pressed is gone now: the focus goes to the heading instead of getting lost. */
  private toHeading(): void {
    this.heading()?.nativeElement.focus();
  }
}
