import { Page, Request } from '@playwright/test';

export const STREAM = '**/seats/events';
export const STATUS = '**/seats/status';

/** What a page asks for to follow the seats of a show. */
export class SeatCalls {
  readonly maps: Request[] = [];
  readonly statuses: Request[] = [];
  readonly streams: Request[] = [];

  constructor(page: Page) {
    page.on('request', (request) => this.listOf(request)?.push(request));
  }

  private listOf(request: Request): Request[] | undefined {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('/seats')) return this.maps;
    if (pathname.endsWith('/seats/status')) return this.statuses;
    return pathname.endsWith('/seats/events') ? this.streams : undefined;
  }
}
