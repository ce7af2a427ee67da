import { AdminPages } from '../pages/admin-pages';
import { PeoplePage } from '../pages/people-page';
import { expect, test } from '../support/fixtures';

const GRACE = { name: 'Grace Hopper', email: 'grace.second@example.org', password: 'the fat lady sings at ten' };

test('an admin lets a second one in, who signs in, changes the password, is removed, and is out at once', async ({
  page,
  browser,
}) => {
  const first = new PeoplePage(page);
  await new AdminPages(page).signIn();
  await first.open();
  const password = await first.add(GRACE.name, GRACE.email);
  await page.getByRole('button', { name: 'Copy the password' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  await page.getByRole('button', { name: 'I have passed it on' }).click();
  await expect(page.getByText(password)).toHaveCount(0);
  await page.reload();
  await expect(first.entry(GRACE.email)).toHaveCount(1);
  await expect(page.getByText(password)).toHaveCount(0);

  const elsewhere = await browser.newContext();
  const adminPages = new AdminPages(await elsewhere.newPage());
  const second = new PeoplePage(adminPages.page);
  await adminPages.signIn({ email: GRACE.email, password });
  await second.open();
  await expect(second.page.getByRole('button', { name: /^Remove / })).toHaveCount(0);
  await second.page.getByRole('link', { name: 'Change my password' }).click();
  await second.page.getByLabel('Current password').fill(password);
  await second.page.getByLabel('New password').fill(GRACE.password);
  await second.page.getByRole('button', { name: 'Change the password' }).click();
  await expect(second.page.getByText('Your password is changed')).toBeVisible();
  await second.page.goto('/admin/shows/new');
  await second.page.getByLabel('Title').fill('Never Shown');

  await first.remove(GRACE);
  await expect(first.entry(GRACE.email)).toHaveCount(0);

  await second.page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'Audit' }).click();
  await expect(second.page.getByRole('main').getByLabel('Password', { exact: true })).toBeVisible();
  await second.page.getByRole('main').getByLabel('E-mail').fill(GRACE.email);
  await second.page.getByRole('main').getByLabel('Password', { exact: true }).fill(GRACE.password);
  await second.page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(second.page.getByRole('heading', { level: 2, name: 'This page is for admins' })).toBeVisible();
  await elsewhere.close();
});
