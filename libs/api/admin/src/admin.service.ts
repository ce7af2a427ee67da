import { Injectable } from '@nestjs/common';
import { Caller } from '@modex/api-accounts';
import { BookingListService, BookingService, SoldBooking } from '@modex/api-bookings';
import { invalid, Page, PageQuery } from '@modex/api-core';
import { NewShow, SeatAvailability, ShowService } from '@modex/api-shows';
import { Layout, layoutOf, LayoutRequest, SeatCounts, Show } from '@modex/domain';
import { ShowCreationService } from './show-creation.service';

/** A show with how it sells. */
export interface ShowSales {
  readonly show: Show;
  readonly seats: SeatCounts;
}

/** A new show: the house by its number of seats, or by rows and seats per row. */
export interface CreateShowCommand extends Omit<NewShow, 'layout'>, LayoutRequest {
  /** On sale at once, or a draft first. */
  readonly status: 'DRAFT' | 'ON_SALE';
}

/** What an organiser does with shows. */
@Injectable()
export class AdminService {
  constructor(
    private readonly creation: ShowCreationService,
    private readonly shows: ShowService,
    private readonly availability: SeatAvailability,
    private readonly bookings: BookingService,
    private readonly lists: BookingListService,
  ) {}

  /** @throws DomainError `validation-failed` for a start in the past or a house that is too large */
  async create({ status, totalSeats, rows, seatsPerRow, ...show }: CreateShowCommand): Promise<ShowSales> {
    const layout = layoutOf({ totalSeats, rows, seatsPerRow });
    if (show.startTime.getTime() <= Date.now()) {
      throw invalid([{ field: 'startTime', message: 'must be in the future' }]);
    }
    return this.withSales(await this.creation.create({ ...show, layout }, status));
  }

  /** The rows that a show would get. @throws DomainError `validation-failed` */
  previewLayout(request: LayoutRequest): Layout {
    return layoutOf(request);
  }

  async list(query: PageQuery): Promise<Page<ShowSales>> {
    const page = await this.shows.listAll(query);
    return { ...page, items: await Promise.all(page.items.map((show) => this.withSales(show))) };
  }

  /** @throws DomainError `unknown-show` */
  async find(showId: string): Promise<ShowSales> {
    return this.withSales(await this.shows.find(showId));
  }

  /** @throws DomainError `unknown-show`, `show-move-refused` */
  async publish(showId: string): Promise<ShowSales> {
    return this.withSales(await this.shows.move(showId, 'ON_SALE'));
  }

  /**
   * Cancels a show and its bookings; those that are under way are cancelled by the sweep within their lease.
   * @throws DomainError `unknown-show`, `show-move-refused`
   */
  async cancel(showId: string, { userId }: Caller): Promise<ShowSales> {
    const show = await this.shows.move(showId, 'CANCELLED');
    while ((await this.bookings.cancelAllOf(showId, userId)) > 0);
    return this.withSales(show);
  }

  /** @throws DomainError `unknown-show` */
  async listBookings(showId: string, query: PageQuery): Promise<Page<SoldBooking>> {
    await this.shows.find(showId);
    return this.lists.listOfShow(showId, query);
  }

  private async withSales(show: Show): Promise<ShowSales> {
    const seats = (await this.availability.countByShow([show])).get(show.id);
    return { show, seats: seats ?? { AVAILABLE: show.totalSeats, HELD: 0, BOOKED: 0, BLOCKED: 0 } };
  }
}
