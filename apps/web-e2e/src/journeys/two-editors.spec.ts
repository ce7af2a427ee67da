import { AdminPages } from '../pages/admin-pages';
import { expect, test } from '../support/fixtures';

test('of two admins who edit one show, the second is told, keeps what was written, and then saves it', async ({
  page,
  browser,
  boxOffice,
}) => {
  const show = await boxOffice.putOn({ title: 'Two Editors', rows: 2, seatsPerRow: 4, venue: 'Foyer' });
  const elsewhere = await browser.newContext();
  const [first, second] = [page, await elsewhere.newPage()];
  for (const one of [first, second]) {
    await new AdminPages(one).signIn();
    await one.goto(`/admin/shows/${show.id}/edit`);
    await expect(one.getByLabel('Venue optional')).toHaveValue('Foyer');
  }
  await first.getByLabel('Venue optional').fill('Garden');
  await first.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(first.getByText('The show is changed.')).toBeVisible();

  await second.getByLabel('Venue optional').fill('Kursaal');
  await second.getByLabel('Title', { exact: true }).fill('Two Editors at Once');
  await second.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(second.getByText('Somebody else changed this show meanwhile')).toBeVisible();
  await expect(second.getByText('Theirs: Garden')).toBeVisible();
  await expect(second.getByLabel('Venue optional')).toHaveValue('Kursaal');
  await expect(second.getByLabel('Title', { exact: true })).toHaveValue('Two Editors at Once');
  await first.reload();
  await expect(first.getByText('Garden').first()).toBeVisible();

  await second.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(second.getByText('The show is changed.')).toBeVisible();
  await first.reload();
  await expect(first.getByRole('heading', { level: 1, name: 'Two Editors at Once' })).toBeVisible();
  await expect(first.getByText('Kursaal').first()).toBeVisible();
  await elsewhere.close();
});
