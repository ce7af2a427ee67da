import { Page, Request } from '@playwright/test';

export const STREAM = '**/seats/events';
export const STATUS = '**/seats/status';

/** From now on a page that is opened learns how the seats are, and then nothing more of them. */
export async function silenceSeats(page: Page): Promise<void> {
  await page.route(STREAM, (route) => route.abort());
  let isAnswered = false;
  await page.route(STATUS, async (route) => {
    if (!isAnswered) await route.continue();
    isAnswered = true;
  });
}

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
