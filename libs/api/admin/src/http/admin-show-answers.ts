import { Injectable } from '@nestjs/common';
import { mapPage, Page } from '@modex/api-core';
import { PlanService } from '@modex/api-plans';
import { ShowSales } from '@modex/api-shows';
import { AdminShowPageResponse, AdminShowResponse, toAdminShowResponse } from './admin.response';

/** Answers about shows, which name their plans. */
@Injectable()
export class AdminShowAnswers {
  constructor(private readonly plans: PlanService) {}

  async one(sales: ShowSales): Promise<AdminShowResponse> {
    return toAdminShowResponse(sales, await this.namesOf([sales]));
  }

  /** The plans of a whole page are read at once. */
  async page(page: Page<ShowSales>): Promise<AdminShowPageResponse> {
    const names = await this.namesOf(page.items);
    return mapPage(page, (sales) => toAdminShowResponse(sales, names));
  }

  private namesOf(shows: readonly ShowSales[]): Promise<ReadonlyMap<string, string>> {
    return this.plans.findNames(shows.map(({ show }) => show.planId));
  }
}
