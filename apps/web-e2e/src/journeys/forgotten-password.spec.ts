import { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { linkIn, mailTo } from '../support/mailbox';

const OLD = 'curtain up at eight';
const NEW = 'the fat lady sings at ten';

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('radio', { name: 'Sign in' }).check();
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.locator('main').getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function register(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('radio', { name: 'New account' }).check();
  await page.getByLabel('Name').fill('Mária Mitchell');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(OLD);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL('/');
}

/** Every address that the tab has been at, as far as the site and the browser tell it. */
function seenAddress(page: Page): Promise<string> {
  return page.evaluate(() => `${location.href} ${JSON.stringify(history.state)} ${document.documentElement.outerHTML}`);
}

test('a customer who forgot the password sets a new one by mail; the old device is signed out, and the link works once', async ({
  page,
  browser,
}, { workerIndex }) => {
  const email = `forgetful.${workerIndex}.${Date.now()}@example.org`;
  await register(page, email);
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();

  await other.goto('/sign-in');
  await other.getByRole('radio', { name: 'Sign in' }).check();
  await other.getByLabel('E-mail').fill(email);
  await other.getByRole('link', { name: 'Forgot your password?' }).click();
  await expect(other.getByRole('heading', { level: 1, name: 'Forgot your password?' })).toBeVisible();
  await expect(other.getByLabel('E-mail')).toHaveValue(email);
  await other.getByRole('button', { name: 'Send the link' }).click();
  await expect(other.getByText(`If there is an account for ${email}, a link is on its way there.`)).toBeVisible();

  const link = linkIn(await mailTo(email, 'Set a new password'));
  const token = link.split('#')[1] ?? '';
  expect(token).toMatch(/^[\w-]{43}$/);
  await other.goto(link);
  await other.getByRole('textbox', { name: 'New password' }).fill(NEW);
  expect(await seenAddress(other)).not.toContain(token);
  await other.getByRole('button', { name: 'Change the password' }).click();
  await expect(other.getByText('Your password is changed')).toBeVisible();
  await mailTo(email, 'Your password was changed');

  await page.goto('/account');
  await expect(page.getByText('Signed in as')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Welcome to Modex' })).toBeVisible();

  await other.goto('/');
  await other.goto(link);
  await other.getByRole('textbox', { name: 'New password' }).fill(OLD);
  await other.getByRole('button', { name: 'Change the password' }).click();
  await expect(other.getByText('This link was used already')).toBeVisible();
  await expect(other.getByRole('link', { name: 'Get another link' })).toHaveAttribute('href', '/account/forgot');

  await signIn(other, email, OLD);
  await expect(other.getByText('E-mail and password do not match')).toBeVisible();
  await signIn(other, email, NEW);
  await other.waitForURL('/');
  await other.goto('/account');
  await expect(other.getByText('is confirmed.')).toBeVisible();
  await elsewhere.close();
});

test('a customer confirms the e-mail, and signs in on another device by a link alone', async ({
  page,
  browser,
}, info) => {
  const email = `linked.${info.workerIndex}.${Date.now()}@example.org`;
  await register(page, email);
  await page.goto('/account');
  await expect(page.getByText('is not confirmed yet')).toBeVisible();
  await page.goto(linkIn(await mailTo(email, 'Please confirm your e-mail address')));
  await page.getByRole('button', { name: 'Confirm the e-mail' }).click();
  await expect(page.getByText('your e-mail is confirmed')).toBeVisible();
  await page.getByRole('link', { name: 'My account' }).and(page.locator('mx-notice a')).click();
  await expect(page.getByText('is confirmed.')).toBeVisible();

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto('/account/link');
  await other.getByLabel('E-mail').fill(email);
  await other.getByRole('button', { name: 'Send me a link' }).click();
  await other.goto(linkIn(await mailTo(email, 'Your link to sign in')));
  await other.getByRole('button', { name: 'Sign in now' }).click();
  await other.waitForURL('/bookings');
  await other.goto('/account');
  await expect(other.getByText('Signed in as Mária Mitchell')).toBeVisible();
  await elsewhere.close();
});
