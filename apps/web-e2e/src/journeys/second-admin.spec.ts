import { AdminPages } from '../pages/admin-pages';
import { PeoplePage } from '../pages/people-page';
import { expect, test } from '../support/fixtures';
import { linkIn, mailTo } from '../support/mailbox';

const GRACE = { name: 'Grace Hopper', email: 'grace.second@example.org', password: 'the fat lady sings at ten' };

test('an owner invites another one, who sets a password, is removed, and is out at once', async ({ page, browser }) => {
  const first = new PeoplePage(page);
  await new AdminPages(page).signIn();
  await first.open();
  const link = await first.invite(GRACE.email, 'Owner');
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  await page.getByRole('button', { name: 'Hide it' }).click();
  await expect(page.getByText(link)).toHaveCount(0);
  expect(linkIn(await mailTo(GRACE.email, 'You are invited to work with us'))).toBe(link);

  const elsewhere = await browser.newContext();
  const second = new PeoplePage(await elsewhere.newPage());
  await second.page.goto(link);
  await second.page.getByLabel('Name').fill(GRACE.name);
  await second.page.getByLabel('Password', { exact: true }).fill(GRACE.password);
  await second.page.getByRole('button', { name: 'Accept the invitation' }).click();
  await second.page.waitForURL('/admin');
  await second.open();
  await expect(second.page.getByRole('button', { name: `Remove ${GRACE.name}, ${GRACE.email}` })).toHaveCount(0);
  await page.reload();
  await expect(first.entry(GRACE.email)).toHaveCount(1);
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

test('somebody at the door sees what is for the door, and sells when the owner says so', async ({ page, browser }) => {
  const email = 'hedy.at.the.door@example.org';
  const owner = new PeoplePage(page);
  await new AdminPages(page).signIn();
  await owner.open();
  const link = await owner.invite(email, 'Door');
  const elsewhere = await browser.newContext();
  const door = await elsewhere.newPage();
  await door.goto(link);
  await door.getByLabel('Name').fill('Hedy Lamarr');
  await door.getByLabel('Password', { exact: true }).fill(GRACE.password);
  await door.getByRole('button', { name: 'Accept the invitation' }).click();
  await door.waitForURL('/admin');
  const parts = door.getByRole('navigation', { name: 'Admin' }).getByRole('link');
  await expect(parts).toHaveText(['Shows', 'Bookings']);
  await door.goto('/admin/people');
  await door.waitForURL('/admin');

  await owner.page.reload();
  await owner.page.getByRole('combobox', { name: `Role of Hedy Lamarr, ${email}` }).selectOption('Box office');
  await owner.page.getByRole('button', { name: `Change the role of Hedy Lamarr, ${email}` }).click();
  await expect(owner.page.getByText('has another role now: Box office')).toBeVisible();
  await door.goto('/admin');
  await door.getByRole('main').getByLabel('E-mail').fill(email);
  await door.getByRole('main').getByLabel('Password', { exact: true }).fill(GRACE.password);
  await door.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(parts).toHaveText(['Shows', 'Bookings', 'Mail']);
  await elsewhere.close();
});
