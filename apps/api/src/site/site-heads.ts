import { Logger } from '@nestjs/common';
import { SeatCounter } from '@modex/api-seats';
import { ShowService } from '@modex/api-shows';
import { DomainError, LIMITS } from '@modex/domain';
import { PageHead } from './page';
import { SitePath } from './site-paths';
import { showHead, SiteAddress } from './show-head';

/** The answer for a path of the site: its status, and the head of its page. */
export interface SiteAnswer {
  readonly status: 200 | 404;
  readonly head: PageHead;
}

/** How long a page waits for the show in its head, in milliseconds; after that it is sent without. */
const PATIENCE_MS = 400;
const SHOW_ID = /^[0-9a-f]{24}$/i;
const DESCRIPTION = 'Choose your seats for tonight. A seat is never sold twice.';
const PLAIN: PageHead = { title: 'Modex', description: DESCRIPTION };
const NOT_FOUND: SiteAnswer = { status: 404, head: { ...PLAIN, title: 'Not found · Modex' } };

/** Decides for each path whether there is a page, and its head. Drafts do not exist here. */
export class SiteHeads {
  private readonly logger = new Logger('Site');

  constructor(
    private readonly shows: ShowService,
    private readonly counter: SeatCounter,
  ) {}

  async answer(path: SitePath | undefined, site: SiteAddress): Promise<SiteAnswer> {
    if (path === undefined) return NOT_FOUND;
    if (path.pattern === '/' || path.pattern === '/shows') return { status: 200, head: whatIsOn(site) };
    if (path.pattern === '/shows/:showId') return this.show(path.parameters['showId'] ?? '', site);
    return { status: 200, head: PLAIN };
  }

  private async show(showId: string, site: SiteAddress): Promise<SiteAnswer> {
    if (!SHOW_ID.test(showId)) return NOT_FOUND;
    const answer = this.findShow(showId.toLowerCase(), site);
    return Promise.race([answer, withoutHead()]);
  }

  /** The page is sent even if the database is away; it then says itself what it cannot show. */
  private async findShow(showId: string, site: SiteAddress): Promise<SiteAnswer> {
    try {
      const show = await this.shows.findPublic(showId);
      const { AVAILABLE: free } = await this.counter.count(show);
      return { status: 200, head: showHead(show, free, site) };
    } catch (error) {
      if (error instanceof DomainError && error.code === 'unknown-show') return NOT_FOUND;
      this.logger.warn(`The page of show ${showId} goes without a preview: ${String(error)}`);
      return { status: 200, head: PLAIN };
    }
  }
}

function whatIsOn(site: SiteAddress): PageHead {
  return {
    title: 'What is on · Modex',
    description: DESCRIPTION,
    canonical: `${site}/`,
    image: { url: `${site}/share.jpg`, alt: 'Rows of seats before a lit stage, two of them chosen' },
    data: [`/api/shows?limit=${LIMITS.showsAtOnce}`],
  };
}

async function withoutHead(): Promise<SiteAnswer> {
  return new Promise((resolve) => setTimeout(() => resolve({ status: 200, head: PLAIN }), PATIENCE_MS).unref());
}
