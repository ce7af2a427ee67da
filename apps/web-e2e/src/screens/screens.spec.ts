import { Page } from '@playwright/test';
import { AdminPages } from '../pages/admin-pages';
import { DoorPage } from '../pages/door-page';
import { PeoplePage } from '../pages/people-page';
import { PlanPages } from '../pages/plan-pages';
import { place, ShowPage } from '../pages/show-page';
import { expect, test } from '../support/fixtures';
import { silenceSeats, STATUS, STREAM } from '../support/seat-calls';
import { lookAt } from '../support/look-at';
import { shotPath } from '../support/shots';

const WIDTHS = [360, 1280] as const;
const SCHEMES = ['light', 'dark'] as const;

for (const width of WIDTHS) {
  for (const colorScheme of SCHEMES) {
    // Every run covers both widths and both schemes; all four combinations are covered by `npm run walks`.
    const isWalk = (width === 360) === (colorScheme === 'dark');
    test.describe(`at ${width} px, ${colorScheme}`, { tag: isWalk ? '@walk' : [] }, () => {
      test.use({ colorScheme, viewport: { width, height: width < 500 ? 740 : 900 } });

      const look = (page: Page, name: string): Promise<void> => lookAt(page, `${name}-${width}-${colorScheme}`);

      test('the way of a customer is accessible and fits', async ({ page, boxOffice, show }) => {
        const title = `Screens ${width} ${colorScheme}`;
        const played = await boxOffice.putOn({
          title,
          venue: 'Kursaal',
          rows: 8,
          seatsPerRow: 12,
          description: 'A play.',
        });
        await boxOffice.sell(played, ['D5', 'D6', 'E7', 'F2'], 'Full House');
        await page.goto('/');
        await expect(page.locator('mx-show-card').first()).toBeVisible();
        await look(page, 'shows');
        await page.goto('/?q=nothing-is-called-this');
        await expect(page.getByRole('heading', { name: 'No show matches' })).toBeVisible();
        await look(page, 'no-match');
        await page.goto('/nowhere');
        await expect(page.getByRole('heading', { name: 'We cannot find this page' })).toBeVisible();
        await look(page, 'not-found');
        await show.open(played.id);
        await look(page, 'show');
        await show.keep(place('A', 3), place('B', 4));
        await look(page, 'seats-kept');
        // Somebody has it, and this map does not show it yet.
        await silenceSeats(page);
        await page.reload();
        await show.areKept();
        await boxOffice.sell(played, ['B5'], 'Someone Faster');
        await show.seat(place('B', 5), 'free').click();
        await expect(page.getByText('is gone.')).toBeVisible();
        await look(page, 'seat-lost');
        await page.unroute(STREAM);
        await page.unroute(STATUS);
        await show.book(2);
        await expect(page.getByRole('dialog')).toBeVisible();
        await look(page, 'account-dialog');
        await show.continueAsGuest('Ada Lovelace', `ada.${width}.${colorScheme}@example.org`);
        await expect(page.getByRole('heading', { name: 'The seats are yours' })).toBeVisible();
        await look(page, 'ticket');
        await page.goto('/bookings');
        await expect(page.locator('mx-ticket')).toHaveCount(1);
        await look(page, 'bookings');
        await page.getByRole('link', { name: title }).click();
        await page.getByRole('link', { name: 'Tickets for the door' }).click();
        await expect(page.locator('mx-ticket-card')).toHaveCount(2);
        await look(page, 'tickets');
        await page.getByRole('link', { name: 'The booking' }).click();
        await page.getByRole('button', { name: 'Give seats back' }).click();
        await page.getByLabel('Row A, seat 3').check();
        await look(page, 'booking-giving-back');
        await page.getByRole('button', { name: 'Give 1 seat back' }).click();
        const question = page.getByRole('alertdialog');
        await question.getByRole('button', { name: 'Give the seat back' }).click({ trial: true });
        await look(page, 'booking-question');
        await question.getByRole('button', { name: 'Keep the booking' }).click();
        await expect(question).toBeHidden();
        await page.goto('/account');
        await expect(page.getByRole('heading', { name: 'Where you are signed in' })).toBeVisible();
        await look(page, 'account');
        await page.goto('/bookings/find');
        await expect(page.getByLabel('Booking code')).toBeVisible();
        await look(page, 'find');
        const called = await boxOffice.putOn({ title: `Called off ${width} ${colorScheme}`, rows: 2, seatsPerRow: 4 });
        await boxOffice.callOff(called);
        await page.goto(`/shows/${called.id}`);
        await expect(page.getByRole('heading', { name: 'This show was cancelled' })).toBeVisible();
        await look(page, 'show-cancelled');
      });

      test('the pages of plans are accessible and fit', async ({ page, boxOffice }) => {
        const planId = await boxOffice.draw(`Hall ${width} ${colorScheme}`, 'Kursaal');
        const plans = new PlanPages(page);
        await new AdminPages(page).signIn();
        await plans.openList();
        await expect(page.getByRole('article').first()).toBeVisible();
        await look(page, 'admin-plans');
        await page.goto('/admin/plans/new');
        await expect(page.getByRole('button', { name: 'Create the plan' })).toBeVisible();
        await look(page, 'admin-new-plan');
        await page.goto(`/admin/plans/${planId}`);
        await plans.take('Rows');
        await look(page, 'admin-plan');
        await plans.take('Select');
        await plans.plan().focus();
        await page.keyboard.press('Control+a');
        for (const panel of ['Categories', 'Objects', 'Name and words', 'Picture to trace']) await plans.open(panel);
        await look(page, 'admin-plan-selected');
        await page.getByRole('button', { name: 'See it as a customer' }).click();
        await expect(page.getByRole('grid')).toBeVisible();
        await look(page, 'admin-plan-preview');
      });

      test('the admin area is accessible and fits', async ({ page, boxOffice }) => {
        const title = `Admin area ${width} ${colorScheme}`;
        const played = await boxOffice.putOn({ title, rows: 6, seatsPerRow: 10 });
        await boxOffice.sell(played, ['A1', 'A2'], 'Katherine Johnson');
        await page.goto('/admin');
        await expect(page.getByRole('main').getByLabel('E-mail')).toBeVisible();
        await look(page, 'admin-sign-in');
        const adminPages = new AdminPages(page);
        await adminPages.signIn();
        await expect(page.getByRole('link', { name: title })).toBeVisible();
        await look(page, 'admin-shows');
        await adminPages.plan('A New Evening', 6, 9);
        await expect(adminPages.preview()).toContainText('54');
        await look(page, 'admin-new-show');
        await page.getByLabel('Rows', { exact: true }).fill('0');
        await expect(adminPages.preview()).toContainText('There is no plan for these numbers.');
        await look(page, 'admin-new-show-wrong');
        await page.goto(`/admin/shows/${played.id}`);
        await expect(adminPages.bookings()).toContainText('Katherine Johnson');
        await look(page, 'admin-show');
        await adminPages.moveTo('Riverside');
        await page.getByText('What was changed').click();
        await expect(page.getByRole('listitem').filter({ hasText: 'Riverside' })).toBeVisible();
        await page.evaluate(() => scrollTo(0, 0));
        await look(page, 'admin-show-changed');
        await page.getByRole('button', { name: 'Cancel show' }).click();
        const question = page.getByRole('alertdialog');
        await question.getByRole('button', { name: 'Keep the show' }).click({ trial: true });
        await look(page, 'admin-show-question');
        await question.getByRole('button', { name: 'Keep the show' }).click();
        await expect(question).toBeHidden();
        await page.getByRole('link', { name: 'Edit show' }).click();
        await expect(page.getByRole('heading', { name: 'Edit show' })).toBeVisible();
        await look(page, 'admin-edit-show');
        const door = new DoorPage(page);
        await door.open(played.id);
        await look(page, 'admin-door');
        await door.ticket(place('A', 1)).getByRole('button').click();
        await expect(door.answer).toContainText('Come in');
        await look(page, 'admin-door-in');
        await door.type('MODEX1:FORGED');
        await expect(door.answer).toContainText('This is no ticket');
        await look(page, 'admin-door-refused');
        await page.goto(`/admin/shows/${played.id}/ledger`);
        await expect(page.getByRole('grid')).toBeVisible();
        await page.getByRole('slider').press('Home');
        await expect(page.getByText('0 sold, 60 free.')).toBeVisible();
        await look(page, 'admin-ledger-past');
        await page.getByRole('button', { name: 'Back to now' }).click();
        await page.getByRole('gridcell', { name: 'Row A, seat 1, taken' }).click();
        await expect(page.getByText('katherine.johnson@example.org')).toBeVisible();
        await look(page, 'admin-ledger');
        await page.goto('/admin/bookings');
        await expect(page.getByRole('heading', { name: 'Find a booking' })).toBeVisible();
        await look(page, 'admin-bookings');
        await adminPages.findBookings('katherine');
        await expect(adminPages.foundBookings().first()).toBeVisible();
        await look(page, 'admin-bookings-found');
        await adminPages.findBookings('nobody is called this');
        await expect(page.getByRole('heading', { name: 'No booking found' })).toBeVisible();
        await look(page, 'admin-bookings-none');
        await page.goto('/admin/bookings?q=katherine');
        await adminPages.foundBookings().first().getByRole('link').click();
        const seat = page.getByRole('checkbox', { name: place('A', 1) });
        // A press where the page before was pressed a moment ago is taken for its second one.
        await expect(async () => {
          await page.getByRole('button', { name: 'Cancel some seats' }).click({ timeout: 2_000 });
          await expect(seat).toBeVisible({ timeout: 5_000 });
        }).toPass();
        await look(page, 'admin-booking-choosing');
        await seat.check();
        await page.getByRole('button', { name: 'Cancel 1 seat' }).click();
        await expect(page.getByRole('alertdialog')).toBeVisible();
        await look(page, 'admin-booking-question');
        await page.getByRole('button', { name: 'Keep the booking' }).click();
        await page.goto('/admin/audit');
        await expect(page.getByRole('button', { name: 'Audit now' })).toBeVisible();
        await look(page, 'admin-audit');
        await page.goto('/admin/mails');
        await expect(page.getByRole('article').first()).toBeVisible();
        await look(page, 'admin-mails');
        const people = new PeoplePage(page);
        await people.open();
        await people.invite(`katherine.${width}.${colorScheme}@example.org`, 'Box office');
        await look(page, 'admin-people');
      });
    });
  }
}

test('two thousand seats fit, zoom, and are chosen without waiting', async ({ page, boxOffice }) => {
  const played = await boxOffice.putOn({ title: 'The Great Hall', rows: 40, seatsPerRow: 50 });
  const show = new ShowPage(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await show.open(played.id);
  expect(await page.locator('*').count()).toBeLessThanOrEqual(800);
  await page.screenshot({ path: shotPath('great-hall-360') });
  await page.getByRole('button', { name: 'Zoom in' }).click();
  const [one, next] = [show.seat(place('A', 25), 'free'), show.seat(place('A', 26), 'free')];
  const left = (seat: Element): number => seat.getBoundingClientRect().left;
  expect((await next.evaluate(left)) - (await one.evaluate(left))).toBeGreaterThanOrEqual(24);
  await show.choose(place('A', 25));
  await page.screenshot({ path: shotPath('great-hall-zoomed-360') });
});
