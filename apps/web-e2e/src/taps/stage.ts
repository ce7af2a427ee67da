import { expect, Locator, Page } from '@playwright/test';
import { place, ShowPage } from '../pages/show-page';
import { BoxOffice, ShowPlan } from '../support/box-office';
import { ADMIN } from '../support/admin-account';

/** What a row of the table works with. `number` makes the names and e-mails of each cell unique. */
export interface Stage {
  readonly page: Page;
  readonly boxOffice: BoxOffice;
  readonly number: number;
}

/**
 * A button that writes. `writes`: the operations of the contract that one press sends, in order; `ready` leads to where the
 * button can be pressed and returns it; `done` waits until the outcome is shown.
 */
export interface WritingButton {
  readonly name: string;
  readonly writes: readonly string[];
  readonly ready: (stage: Stage) => Promise<Locator>;
  readonly done: (stage: Stage) => Promise<void>;
}

/** A booking as its customer gets it. */
export interface Booked {
  readonly bookingId: string;
  readonly code: string;
}

export const PASSWORD = 'curtain up at eight';
/** The header that the site sends with every write. */
export const SITE = { 'x-modex-session': 'cookie' };

export const emailOf = ({ number }: Stage): string => `tap${number}.${process.pid}@example.org`;
export const sees = async ({ page }: Stage, words: string | RegExp): Promise<void> =>
  expect(page.getByText(words).first()).toBeVisible();

/** Signs somebody in without the site's forms, in this browser. */
export async function signedIn(stage: Stage, kind: 'guest' | 'register' | 'admin' = 'guest'): Promise<string> {
  const person = {
    name: 'Ada Lovelace',
    email: emailOf(stage),
    ...(kind === 'register' ? { password: PASSWORD } : {}),
  };
  const [path, data] = kind === 'admin' ? ['login', ADMIN] : [kind, person];
  const answer = await stage.page.request.post(`/api/auth/${path}`, { data, headers: SITE });
  expect(answer.ok(), await answer.text()).toBe(true);
  await stage.page.addInitScript(() => localStorage.setItem('modex.signed-in', 'somebody'));
  const { userId }: { userId: string } = await answer.json();
  return userId;
}

/** A show that is opened; of two rows with six seats, unless `plan` says something else. */
export async function showOf({ page, boxOffice, number }: Stage, plan: Partial<ShowPlan> = {}): Promise<ShowPage> {
  const show = new ShowPage(page);
  const played = await boxOffice.putOn({ title: `Twice is Once ${number}`, rows: 2, seatsPerRow: 6, ...plan });
  await show.open(played.id);
  return show;
}

export async function showWithChoice(stage: Stage): Promise<ShowPage> {
  const show = await showOf(stage);
  await show.keep(place('A', 2));
  return show;
}

/** Ends the hold of the page that was opened, as another tab would. */
export async function endHold({ page }: Stage): Promise<void> {
  const showId = new URL(page.url()).pathname.split('/').at(-1);
  const { hold }: { hold: { holdId: string } } = await (await page.request.get(`/api/shows/${showId}/holds`)).json();
  const answer = await page.request.delete(`/api/shows/${showId}/holds/${hold.holdId}`, { headers: SITE });
  expect(answer.status()).toBe(204);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

export async function withBooking(
  stage: Stage,
  places: readonly string[] = ['A1'],
  show: object = {},
): Promise<Booked> {
  const userId = await signedIn(stage);
  const played = await stage.boxOffice.putOn({ title: `Given Back ${stage.number}`, rows: 2, seatsPerRow: 6, ...show });
  const seatIds = await stage.boxOffice.seatIds(played, places);
  const answer = await stage.page.request.post(`/api/shows/${played.id}/book`, {
    data: { userId, seatIds },
    headers: SITE,
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return answer.json();
}

export async function showInAdmin({ page, boxOffice, number }: Stage, publish: boolean, part = ''): Promise<string> {
  const { id } = await boxOffice.putOn({ title: `In the Admin Area ${number}`, rows: 2, seatsPerRow: 6, publish });
  await page.goto(`/admin/shows/${id}${part}`);
  return id;
}

export async function confirmation({ page }: Stage): Promise<Locator> {
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toBeVisible();
  const understood = dialog.getByRole('checkbox');
  if (await understood.count()) await understood.check();
  return dialog.locator('.confirm');
}
