import { Page } from '@playwright/test';
import { AdminPages } from '../pages/admin-pages';
import { place, ShowPage } from '../pages/show-page';
import { TicketPage } from '../pages/ticket-page';
import { BoxOffice } from './box-office';

/** What people wrote, wherever the site shows it. */
export interface Words {
  readonly title: string;
  readonly venue: string;
  readonly description: string;
  readonly name: string;
}

/** A page that an address leads to, and what must be seen before it is looked at. */
interface Stop {
  readonly name: string;
  /** As the router has it; `:showId`, `:bookingId` and `:planId` are filled in. */
  readonly path: string;
  readonly ready: string;
}

const EVERYBODYS: readonly Stop[] = [
  { name: 'shows', path: '/', ready: 'mx-show-card' },
  { name: 'shows-no-match', path: '/?q=nothing-is-called-this', ready: 'mx-blank-state' },
  { name: 'shows-by-their-old-address', path: '/shows', ready: 'mx-show-card' },
  { name: 'not-found', path: '/nowhere', ready: 'mx-blank-state' },
  { name: 'show', path: '/shows/:showId', ready: '[role="grid"]' },
  { name: 'show-unknown', path: '/shows/66f0c0ffee00112233445566', ready: 'mx-blank-state' },
  { name: 'sign-in', path: '/sign-in', ready: 'main input' },
  { name: 'find', path: '/bookings/find', ready: 'main form' },
  { name: 'account-forgot', path: '/account/forgot', ready: 'main form' },
  { name: 'account-link', path: '/account/link', ready: 'main form' },
  { name: 'account-reset', path: '/account/reset', ready: 'main mx-notice' },
  { name: 'account-enter', path: '/account/enter', ready: 'main mx-notice' },
  { name: 'account-invitation', path: '/account/invitation', ready: 'main mx-notice' },
  { name: 'account-proof', path: '/account/proof', ready: 'main mx-notice' },
];

const GUESTS: readonly Stop[] = [
  { name: 'booked', path: '/booked/:bookingId', ready: 'main article' },
  { name: 'bookings', path: '/bookings', ready: 'mx-ticket' },
  { name: 'booking', path: '/bookings/:bookingId', ready: 'main article' },
  { name: 'tickets', path: '/bookings/:bookingId/tickets', ready: 'mx-ticket-card' },
  { name: 'account', path: '/account', ready: 'main h1' },
  { name: 'show-of-a-guest', path: '/shows/:showId', ready: '[role="grid"]' },
];

const ADMINS: readonly Stop[] = [
  { name: 'admin-shows', path: '/admin', ready: 'main li' },
  { name: 'admin-new-show', path: '/admin/shows/new', ready: 'main form' },
  { name: 'admin-show', path: '/admin/shows/:showId', ready: 'main table' },
  { name: 'admin-edit-show', path: '/admin/shows/:showId/edit', ready: 'main form' },
  { name: 'admin-more-dates', path: '/admin/shows/:showId/dates', ready: 'main form' },
  { name: 'admin-plan-switch', path: '/admin/shows/:showId/plan', ready: 'main p' },
  { name: 'admin-sell', path: '/admin/shows/:showId/sell', ready: 'mx-seat-map canvas' },
  { name: 'admin-door', path: '/admin/shows/:showId/door', ready: 'mx-ticket-list li' },
  { name: 'admin-ledger', path: '/admin/shows/:showId/ledger', ready: '[role="grid"]' },
  { name: 'admin-bookings', path: '/admin/bookings', ready: 'main input' },
  { name: 'admin-bookings-found', path: '/admin/bookings?q=somebody.with', ready: 'mx-found-booking' },
  { name: 'admin-booking', path: '/admin/bookings/:bookingId', ready: 'main dl' },
  { name: 'admin-mails', path: '/admin/mails', ready: 'mx-mail-card' },
  { name: 'admin-cash-up', path: '/admin/bookings/cash-up', ready: 'main input' },
  { name: 'admin-audit', path: '/admin/audit', ready: 'main h1' },
  { name: 'admin-people', path: '/admin/people', ready: 'main li' },
  { name: 'admin-organiser', path: '/admin/organiser', ready: 'main form' },
  { name: 'admin-plans', path: '/admin/plans', ready: 'main article' },
  { name: 'admin-new-plan', path: '/admin/plans/new', ready: 'main form' },
  { name: 'admin-plan', path: '/admin/plans/:planId', ready: 'mx-plan-canvas' },
];

/** The addresses that `everyPage` opens; a test compares them with all routes of the site. */
export const EVERY_PATH = [...EVERYBODYS, ...GUESTS, ...ADMINS].map(({ path }) => path);

/** One walk over the pages: with whose browser, with which words on the pages, and what to do on each. */
export interface Walk {
  readonly page: Page;
  readonly boxOffice: BoxOffice;
  readonly words: Words;
  /** Called when a page has loaded in full. */
  readonly look: (name: string) => Promise<void>;
}

/** Walks over every page of the site: as a stranger, as a guest who books two seats, and as an admin. */
export async function everyPage({ page, boxOffice, words, look }: Walk): Promise<void> {
  const { title, venue, description, name } = words;
  const show = await boxOffice.putOn({ title, venue, description, rows: 5, seatsPerRow: 8 });
  const planId = await boxOffice.draw(title, venue);
  const visit = async (stops: readonly Stop[], bookingId = ''): Promise<void> => {
    for (const { name: stop, path, ready } of stops) {
      await page.goto(path.replace(':showId', show.id).replace(':bookingId', bookingId).replace(':planId', planId));
      await page.locator(ready).first().waitFor();
      await page.evaluate(() => document.fonts.ready);
      await look(stop);
    }
  };
  await visit(EVERYBODYS);
  const shown = new ShowPage(page);
  await shown.open(show.id);
  // Some looks load the page anew, which takes along only what is kept.
  await shown.keep(place('A', 1), place('A', 2));
  await look('show-two-chosen');
  await shown.book(2);
  await page.getByRole('dialog').waitFor();
  await look('show-dialog');
  await shown.continueAsGuest(name, 'somebody.with.a.rather.long.address@example.org');
  await new TicketPage(page).arrived();
  const bookingId = new URL(page.url()).pathname.split('/').at(-1);
  await visit(GUESTS, bookingId);
  await page.goto(`/bookings/${bookingId}`);
  await page.getByRole('button', { name: 'Give seats back' }).click();
  await page.getByRole('group', { name: 'Which seats do you give back?' }).waitFor();
  await look('booking-seats-to-return');
  await page.context().clearCookies();
  await new AdminPages(page).signIn();
  await visit(ADMINS, bookingId);
}
