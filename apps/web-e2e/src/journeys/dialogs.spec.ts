import { Page } from '@playwright/test';
import { place } from '../pages/show-page';
import { BoxOffice } from '../support/box-office';
import { expect, test } from '../support/fixtures';
import { goBack } from '../support/history';

interface Case {
  readonly name: string;
  /** Leads to where the dialog can be opened; returns the name of its button. */
  readonly ready: (page: Page, boxOffice: BoxOffice) => Promise<string | RegExp>;
  readonly role: 'dialog' | 'alertdialog';
}

async function withBooking(page: Page, boxOffice: BoxOffice): Promise<string> {
  const played = await boxOffice.putOn({ title: 'Asked Before', rows: 2, seatsPerRow: 6 });
  const data = { name: 'Ada Lovelace', email: 'ada.dialogs@example.org' };
  const headers = { 'x-modex-session': 'cookie' };
  const { userId } = await (await page.request.post('/api/auth/guest', { data, headers })).json();
  const seatIds = await boxOffice.seatIds(played, ['A1']);
  await page.request.post(`/api/shows/${played.id}/book`, { data: { userId, seatIds }, headers });
  await page.addInitScript(() => localStorage.setItem('modex.signed-in', 'somebody'));
  return played.id;
}

const DIALOGS: readonly Case[] = [
  {
    name: 'the door, from the head of the page',
    role: 'dialog',
    ready: async (page, boxOffice) => {
      const { id } = await boxOffice.putOn({ title: 'At the Door', rows: 2, seatsPerRow: 6 });
      await page.goto(`/shows/${id}`);
      await expect(page.getByRole('grid')).toBeVisible();
      return 'Sign in';
    },
  },
  {
    name: 'the door, before a booking',
    role: 'dialog',
    ready: async (page, boxOffice) => {
      const { id } = await boxOffice.putOn({ title: 'Before Booking', rows: 2, seatsPerRow: 6 });
      await page.goto(`/shows/${id}`);
      await page.getByRole('gridcell', { name: `${place('A', 1)}, free` }).click();
      return 'Book 1 seat';
    },
  },
  {
    name: 'the question before a booking is given back',
    role: 'alertdialog',
    ready: async (page, boxOffice) => {
      await withBooking(page, boxOffice);
      await page.goto('/bookings');
      return /^Cancel booking for/;
    },
  },
  {
    name: 'the question before a guest becomes an account',
    role: 'dialog',
    ready: async (page, boxOffice) => {
      await withBooking(page, boxOffice);
      await page.goto('/bookings');
      return 'Create an account';
    },
  },
];

for (const { name, ready, role } of DIALOGS) {
  for (const way of ['Escape', 'Back'] as const) {
    test(`${way} closes ${name}, leaves the page as it is and the focus where it was`, async ({ page, boxOffice }) => {
      await page.goto('/');
      const button = page.getByRole('button', { name: await ready(page, boxOffice), exact: true }).first();
      const address = page.url();
      for (let round = 0; round < 2; round++) {
        await expect(button).toBeEnabled();
        await button.focus();
        await page.keyboard.press('Enter');
        const dialog = page.getByRole(role);
        await expect(dialog).toBeVisible();
        await page.waitForTimeout(600);
        if (way === 'Escape') await page.keyboard.press('Escape');
        else await goBack(page);
        await expect(dialog).toBeHidden();
        expect(page.url()).toBe(address);
        await expect(button).toBeFocused();
      }
      await goBack(page);
      await expect(page).toHaveURL(/\/$/);
    });
  }
}

test('a dialog that leads on leaves one entry in the history: Back leads to the page before', async ({
  page,
  boxOffice,
  show,
}) => {
  const played = await boxOffice.putOn({ title: 'One Step Back', rows: 2, seatsPerRow: 6 });
  await page.goto('/');
  await show.open(played.id);
  await show.choose(place('A', 1));
  await show.book(1);
  await show.continueAsGuest('Ada Lovelace', 'ada.history@example.org');
  await expect(page).toHaveURL(/\/booked\//);
  await goBack(page);
  await expect(page).toHaveURL(new RegExp(`/shows/${played.id}$`));
  await goBack(page);
  await expect(page).toHaveURL(/\/$/);
});
