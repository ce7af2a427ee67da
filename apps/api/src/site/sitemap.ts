import { SharedReads } from '@modex/api-core';
import { ShowService } from '@modex/api-shows';
import { escaped } from './markup';
import { SiteAddress } from './show-head';

/** Most shows in the sitemap, the soonest ones; a sitemap may have 50,000 addresses. */
const MOST_SHOWS = 5_000;
/** Shows asked for at once. */
const PAGE = 100;
/** How old the list of shows may be, in milliseconds: search engines come by every few hours. */
const FRESH_MS = 60_000;

/** The sitemap: the list of shows and every show on sale. */
export class Sitemap {
  private readonly recent = new SharedReads<readonly string[], void>({
    most: 1,
    lifeMs: FRESH_MS,
    read: () => this.showIds(),
  });

  constructor(private readonly shows: ShowService) {}

  async xml(site: SiteAddress): Promise<string> {
    const ids = await this.recent.read('shows', undefined);
    const addresses = [`${site}/`, ...ids.map((id) => `${site}/shows/${id}`)];
    const entries = addresses.map((address) => `  <url><loc>${escaped(address)}</loc></url>`);
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
      ...entries,
      '</urlset>',
      '',
    ].join('\n');
  }

  private async showIds(): Promise<readonly string[]> {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, nextCursor } = await this.shows.search({}, { limit: PAGE, cursor });
      ids.push(...items.map(({ id }) => id));
      cursor = nextCursor ?? undefined;
    } while (cursor !== undefined && ids.length < MOST_SHOWS);
    return ids.slice(0, MOST_SHOWS);
  }
}

/** What search engines may read: everything except personal pages and addresses that are no pages. */
export function robots(site: SiteAddress): string {
  const closed = ['/api/', '/admin', '/bookings', '/booked/', '/sign-in'];
  return ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), `Sitemap: ${site}/sitemap.xml`, ''].join('\n');
}
