import { AdminPages } from '../pages/admin-pages';
import { place, ShowPage } from '../pages/show-page';
import { expect, test } from '../support/fixtures';
import { lookAt } from '../support/look-at';
import { putOnBesidePillar } from '../support/pillar-hall';

test('an admin switches a show to the next version of its plan when nobody is in the way, while a customer looks', async ({
  page,
  boxOffice,
  browser,
}) => {
  const played = await putOnBesidePillar(boxOffice, 'A Pillar Comes');
  await boxOffice.sell(played, ['A1']);
  const inTheWay = await boxOffice.sell(played, ['A3']);
  const visit = await browser.newContext();
  const customer = new ShowPage(await visit.newPage());
  await customer.open(played.id);
  await expect(customer.seat(place('A', 4), 'free')).toHaveCount(1);

  await new AdminPages(page).signIn();
  await page.goto(`/admin/shows/${played.id}`);
  await page.getByRole('link', { name: 'Switch to another version' }).click();
  const button = page.getByRole('button', { name: 'Switch to version 2' });
  await expect(page.getByText('4 seats become 4')).toBeVisible();
  await expect(page.getByText('Row A, seat 3: would vanish · sold')).toBeVisible();
  await expect(button).toBeDisabled();

  await lookAt(page, 'plan-switch-1280');
  await boxOffice.takeBack(inTheWay);
  await page.reload();
  await button.click();
  await expect(page.getByText('The show is in version 2 of its plan.')).toBeVisible();
  await expect(page.getByText('Hall with a pillar, version 2')).toBeVisible();
  await expect(customer.seat(place('A', 5), 'free')).toHaveCount(1);
  await expect(customer.seat(place('A', 3), 'taken')).toHaveCount(0);
  await expect(customer.seat(place('A', 1), 'taken')).toHaveCount(1);
  await boxOffice.sell(played, ['A5']);
  await page.reload();
  await expect(page.getByText('Version of the plan')).toBeAttached();
  await page.goto(`/admin/shows/${played.id}/plan`);
  await expect(page.getByText('The show is in the latest version of its plan, number 2.')).toBeVisible();
  await visit.close();
});
