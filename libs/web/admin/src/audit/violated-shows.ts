import { HttpErrorResponse } from '@angular/common/http';
import { computed, inject, Injectable, Signal } from '@angular/core';
import { Api, getAdminShow, reading } from '@modex/web-api-client';

/** Titles are fetched for at most this many shows; further ones are shown by their ids. */
const MOST_SHOWS = 20;

/** The titles of the shows that an audit found something in. */
@Injectable()
export class ViolatedShows {
  private readonly api = inject(Api);

  /** Titles by show id; empty until they are there, and without shows that cannot be read. */
  titlesOf(showIds: Signal<readonly string[]>): Signal<ReadonlyMap<string, string>> {
    const titles = reading({
      params: () => [...new Set(showIds())].slice(0, MOST_SHOWS),
      read: async (wanted) => new Map((await Promise.all(wanted.map((id) => this.titleOf(id)))).flat()),
    });
    return computed(() => titles.value() ?? new Map());
  }

  private async titleOf(showId: string): Promise<readonly [string, string][]> {
    try {
      return [[showId, (await this.api.invoke(getAdminShow, { showId })).title]];
    } catch (error) {
      if (error instanceof HttpErrorResponse) return [];
      throw error;
    }
  }
}
