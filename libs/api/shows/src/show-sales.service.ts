import { Injectable } from '@nestjs/common';
import { Page, PageQuery } from '@modex/api-core';
import { SeatCounter } from '@modex/api-seats';
import { SeatCounts, Show } from '@modex/domain';
import { ShowService } from './show.service';

/** A show with its sales. */
export interface ShowSales {
  readonly show: Show;
  readonly seats: SeatCounts;
}

/** Shows with their sales, for organisers. */
@Injectable()
export class ShowSalesService {
  constructor(
    private readonly shows: ShowService,
    private readonly counter: SeatCounter,
  ) {}

  /** All shows, drafts and cancelled ones too, latest created first. */
  async list(query: PageQuery): Promise<Page<ShowSales>> {
    const page = await this.shows.listAll(query);
    return { ...page, items: await Promise.all(page.items.map((show) => this.of(show))) };
  }

  /** @throws DomainError `unknown-show` */
  async find(showId: string): Promise<ShowSales> {
    return this.of(await this.shows.find(showId));
  }

  async of(show: Show): Promise<ShowSales> {
    return { show, seats: await this.counter.count(show) };
  }
}
