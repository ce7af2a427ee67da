import { expect } from '@playwright/test';
import { place, ShowPage } from '../pages/show-page';
import {
  confirmation,
  emailOf,
  endHold,
  PASSWORD,
  sees,
  showOf,
  showWithChoice,
  signedIn,
  withBooking,
  WritingButton,
} from './stage';

/** Every button that writes on the pages of customers. */
export const CUSTOMER_BUTTONS: readonly WritingButton[] = [
  {
    name: 'book as a guest',
    writes: ['bookSeats'],
    ready: async (stage) => {
      const show = await showWithChoice(stage);
      await show.book(1);
      const dialog = stage.page.getByRole('dialog');
      await dialog.getByLabel('Name').fill('Ada Lovelace');
      await dialog.getByLabel('E-mail').fill(emailOf(stage));
      return dialog.getByRole('button', { name: 'Book 1 seat as guest' });
    },
    done: async (stage) => {
      await expect(stage.page).toHaveURL(/\/booked\//);
      await sees(stage, 'The seat is yours');
    },
  },
  {
    name: 'book',
    writes: ['bookSeats'],
    ready: async (stage) => {
      await signedIn(stage);
      return (await showWithChoice(stage)).panel.getByRole('button', { name: 'Book 1 seat' });
    },
    done: (stage) => sees(stage, 'The seat is yours'),
  },
  {
    name: 'keep the seats longer',
    writes: ['extendHold'],
    ready: async (stage) => (await showWithChoice(stage)).panel.getByRole('button', { name: 'Keep them longer' }),
    done: (stage) => sees(stage, 'Kept for'),
  },
  {
    name: 'give one of two seats back',
    writes: ['changeHold'],
    ready: async (stage) => {
      const show = await showWithChoice(stage);
      const changed = stage.page.waitForResponse((answer) => answer.request().method() === 'PUT');
      await show.choose(place('A', 3));
      await changed;
      return show.chip(place('A', 2));
    },
    done: async (stage) => {
      const show = new ShowPage(stage.page);
      await expect(show.chip(place('A', 2))).toHaveCount(0);
      await expect(show.chip(place('A', 3))).toBeVisible();
    },
  },
  {
    name: 'give the last seat back',
    writes: ['releaseHold'],
    ready: async (stage) => (await showWithChoice(stage)).chip(place('A', 2)),
    done: async (stage) => expect(new ShowPage(stage.page).clock).toHaveCount(0),
  },
  {
    name: 'choose the seats of a hold that ended',
    writes: ['holdSeats'],
    ready: async (stage) => {
      const show = await showWithChoice(stage);
      await endHold(stage);
      return show.panel.getByRole('button', { name: 'Choose the same seats' });
    },
    done: async (stage) => expect(new ShowPage(stage.page).clock).toBeVisible(),
  },
  {
    name: 'choose the best seats',
    writes: ['continueAsGuest', 'holdSeats'],
    ready: async (stage) => (await showOf(stage)).bestButton('Choose the best for me'),
    done: async ({ page }) => expect(new ShowPage(page).clock).toBeVisible(),
  },
  {
    name: 'replace a choice by the best seats',
    writes: ['changeHold'],
    ready: async (stage) => (await showWithChoice(stage)).bestButton('Choose the best for me'),
    done: async ({ page }) =>
      expect(new ShowPage(page).panel.getByRole('button', { name: 'Book 2 seats' })).toBeVisible(),
  },
  {
    name: 'choose as many as are together',
    writes: ['holdSeats'],
    ready: async (stage) => {
      const show = await showOf(stage, { rows: 1, seatsPerRow: 1 });
      await show.bestButton('Choose the best for me').click();
      return show.panel.getByRole('button', { name: 'Choose 1 seat' });
    },
    done: async ({ page }) => expect(new ShowPage(page).clock).toBeVisible(),
  },
  {
    name: 'take seats that leave none alone',
    writes: ['holdSeats'],
    ready: async (stage) => {
      const show = await showOf(stage, { rows: 1, noLoneSeat: true });
      await show.choose(place('A', 2));
      return show.panel.getByRole('button', { name: 'Take this instead' });
    },
    done: async ({ page }) => expect(new ShowPage(page).clock).toBeVisible(),
  },
  {
    name: 'continue as a guest',
    writes: ['continueAsGuest'],
    ready: async (stage) => {
      await stage.page.goto('/sign-in');
      const main = stage.page.getByRole('main');
      await main.getByRole('radio', { name: 'As a guest' }).check();
      await main.getByLabel('Name').fill('Ada Lovelace');
      await main.getByLabel('E-mail').fill(emailOf(stage));
      return main.getByRole('button', { name: 'Continue as guest' });
    },
    done: async ({ page }) => expect(page.getByRole('button', { name: /^Account of/ })).toBeVisible(),
  },
  {
    name: 'sign in',
    writes: ['login'],
    ready: async (stage) => {
      const data = { name: 'Ada', email: emailOf(stage), password: PASSWORD };
      expect((await stage.page.request.post('/api/auth/register', { data })).status()).toBe(201);
      await stage.page.goto('/sign-in');
      const main = stage.page.getByRole('main');
      await main.getByRole('radio', { name: 'Sign in' }).check();
      await main.getByLabel('E-mail').fill(emailOf(stage));
      await main.getByLabel('Password', { exact: true }).fill(PASSWORD);
      return main.getByRole('button', { name: 'Sign in', exact: true });
    },
    done: async ({ page }) => expect(page.getByRole('button', { name: /^Account of/ })).toBeVisible(),
  },
  {
    name: 'create an account',
    writes: ['register'],
    ready: async (stage) => {
      await stage.page.goto('/sign-in');
      const main = stage.page.getByRole('main');
      await main.getByRole('radio', { name: 'New account' }).check();
      await main.getByLabel('Name').fill('Ada Lovelace');
      await main.getByLabel('E-mail').fill(emailOf(stage));
      await main.getByLabel('Password', { exact: true }).fill(PASSWORD);
      return main.getByRole('button', { name: 'Create account' });
    },
    done: async ({ page }) => expect(page.getByRole('button', { name: /^Account of/ })).toBeVisible(),
  },
  {
    name: 'sign out in the menu',
    writes: ['logout'],
    ready: async (stage) => {
      await signedIn(stage, 'register');
      await stage.page.goto('/');
      await stage.page.getByRole('button', { name: /^Account of/ }).click();
      return stage.page.getByRole('banner').getByRole('button', { name: 'Sign out' });
    },
    done: async ({ page }) => expect(page.getByRole('banner').getByRole('button', { name: 'Sign in' })).toBeVisible(),
  },
  {
    name: 'sign out on the page of the door',
    writes: ['logout'],
    ready: async (stage) => {
      await signedIn(stage, 'register');
      await stage.page.goto('/sign-in');
      return stage.page.getByRole('main').getByRole('button', { name: 'Sign out' });
    },
    done: async ({ page }) => expect(page.getByRole('banner').getByRole('button', { name: 'Sign in' })).toBeVisible(),
  },
  {
    name: 'cancel a booking in the list',
    writes: ['cancelBooking'],
    ready: async (stage) => {
      await withBooking(stage);
      await stage.page.goto('/bookings');
      await stage.page.getByRole('button', { name: /^Cancel booking for/ }).click();
      return confirmation(stage);
    },
    done: (stage) => sees(stage, /given back/),
  },
  {
    name: 'cancel a booking on its page',
    writes: ['cancelBooking'],
    ready: async (stage) => {
      await stage.page.goto(`/bookings/${(await withBooking(stage)).bookingId}`);
      await stage.page.getByRole('button', { name: 'Cancel booking' }).click();
      return confirmation(stage);
    },
    done: (stage) => sees(stage, /given back/),
  },
  {
    name: 'pass a ticket on',
    writes: ['reissueTicket'],
    ready: async (stage) => {
      await stage.page.goto(`/bookings/${(await withBooking(stage)).bookingId}/tickets`);
      await stage.page.getByRole('button', { name: 'Pass this ticket on' }).click();
      return confirmation(stage);
    },
    done: (stage) => sees(stage, 'This ticket is new: the one before is void'),
  },
  {
    name: 'find a booking',
    writes: ['lookUpBooking'],
    ready: async (stage) => {
      const { code } = await withBooking(stage);
      await stage.page.context().clearCookies();
      await stage.page.goto('/bookings/find');
      await stage.page.getByLabel('Booking code').fill(code);
      await stage.page.getByLabel('E-mail').fill(emailOf(stage));
      return stage.page.getByRole('button', { name: 'Find the booking' });
    },
    done: async ({ page }) => expect(page.getByRole('heading', { level: 1, name: 'Your booking' })).toBeVisible(),
  },
  {
    name: 'change the password',
    writes: ['changePassword'],
    ready: async (stage) => {
      await signedIn(stage, 'register');
      await stage.page.goto('/account');
      await stage.page.getByLabel('Current password').fill(PASSWORD);
      await stage.page.getByLabel('New password').fill('the fat lady sings');
      return stage.page.getByRole('button', { name: 'Change the password' });
    },
    done: (stage) => sees(stage, 'Your password is changed'),
  },
  {
    name: 'sign out elsewhere',
    writes: ['endSession'],
    ready: async (stage) => {
      await signedIn(stage, 'register');
      const data = { email: emailOf(stage), password: PASSWORD };
      expect((await stage.page.request.post('/api/auth/login', { data })).status()).toBe(200);
      await stage.page.goto('/account');
      return stage.page.getByRole('button', { name: /^Sign out (?!everywhere)/ });
    },
    done: async ({ page }) => expect(page.getByRole('button', { name: 'Sign out everywhere else' })).toHaveCount(0),
  },
  {
    name: 'sign out everywhere',
    writes: ['endSessions'],
    ready: async (stage) => {
      await signedIn(stage, 'register');
      await stage.page.goto('/account');
      return stage.page.getByRole('button', { name: 'Sign out everywhere', exact: true });
    },
    done: async ({ page }) => expect(page.getByRole('banner').getByRole('button', { name: 'Sign in' })).toBeVisible(),
  },
];
