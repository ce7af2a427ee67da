import { resolve } from 'node:path';
import { AdminPages } from '../pages/admin-pages';
import { PlanPages } from '../pages/plan-pages';
import { expect, test } from '../support/fixtures';

const FIXTURES = resolve(__dirname, '../../../../libs/api/plans/src/formats/fixtures');

test('an admin draws a theatre of two sections with the pointer, paints it, takes a step back, and publishes it', async ({
  page,
}) => {
  const plans = new PlanPages(page);
  await new AdminPages(page).signIn();
  await plans.openList();
  await plans.create('Linden Theatre');
  await plans.take('Stage');
  await plans.pressAt(0.5, 0.12);
  await plans.take('Rows');
  await plans.enter('Rows', 4);
  await plans.enter('Seats in each row', 8);
  await plans.pressAt(0.5, 0.4);
  await expect(plans.facts()).toContainText('32 places');
  await plans.enter('Name of the new section', 'Balcony');
  await plans.enter('Rows', 2);
  await plans.pressAt(0.5, 0.85);
  await expect(plans.facts()).toContainText('48 places');

  await plans.take('Select');
  await plans.open('Categories');
  await page.getByRole('button', { name: 'New category' }).click();
  await page.getByRole('button', { name: 'Paint the selection with Category' }).click();
  await expect(page.getByText('Colour · 16 places')).toBeVisible();

  await plans.drag({ x: 0.1, y: 0.2 }, { x: 0.9, y: 0.65 });
  await expect(page.getByText('Selected: 32 places').first()).toBeVisible();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(plans.facts()).toContainText('16 places');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(plans.facts()).toContainText('48 places');

  await plans.saved();
  await expect(page.getByText('Nothing is wrong with the plan.')).toBeVisible();
  await plans.publish();
  await page.reload();
  await expect(plans.facts()).toContainText('48 places');
  await plans.openList();
  await expect(page.getByRole('listitem').filter({ hasText: 'Linden Theatre' })).toContainText('version 1 published');
});

test('an admin draws a small theatre of two sections with the keyboard alone', async ({ page }) => {
  const plans = new PlanPages(page);
  await new AdminPages(page).signIn();
  await plans.openList();
  await plans.create('By Keys');
  const said = page.locator('.editor > [role="status"]');
  const key = async (...keys: readonly string[]): Promise<void> => {
    for (const one of keys) await page.keyboard.press(one);
  };
  await plans.plan().focus();
  await key('s', 'Enter', ...Array<string>(6).fill('Shift+ArrowUp'));
  await expect(said).toHaveText('Moved');
  await key('r', 'Enter', 'Shift+ArrowUp');
  await expect(plans.facts()).toContainText('128 places');
  await key('Control+d', ...Array<string>(10).fill('Shift+ArrowDown'));
  await expect(plans.facts()).toContainText('256 places');
  await key('Control+z', 'Control+z');
  await expect(plans.facts()).toContainText('128 places');
  await key('Control+Shift+z', 'Control+Shift+z');
  await expect(plans.facts()).toContainText('256 places');

  await plans.open('Objects');
  const tree = page.getByRole('tree');
  await tree.getByRole('treeitem').first().focus();
  await key('ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'Enter');
  await expect(tree.getByRole('treeitem', { name: 'Seat 1', exact: true })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText('Selected: 1 place').first()).toBeVisible();
  await plans.enter('Label', '1a', 'Places');
  await expect(tree.getByRole('treeitem', { name: 'Seat 1a', exact: true })).toBeVisible();
  await plans.saved();
  await expect(page.getByText('Nothing is wrong with the plan.')).toBeVisible();
});

test('an admin imports a plan of pretix, is told what is not as in the file, and why a broken one is refused', async ({
  page,
}) => {
  const plans = new PlanPages(page);
  await new AdminPages(page).signIn();
  await plans.openList();
  await page.getByRole('link', { name: 'New plan' }).first().click();
  const file = page.getByLabel('File', { exact: true });
  await file.setInputFiles(`${FIXTURES}/broken/unknown-category.pretix.json`);
  await page.getByRole('button', { name: 'Import the file' }).click();
  await expect(page.getByText('Nothing was stored.')).toBeVisible();
  await file.setInputFiles(`${FIXTURES}/arena.pretix.json`);
  await page.getByRole('button', { name: 'Import the file' }).click();
  await expect(page.getByText('A plan of 702 places was made')).toBeVisible();
  await expect(page.getByText('standing', { exact: false }).first()).toBeVisible();
  await page.getByRole('link', { name: 'Open the plan' }).click();
  await expect(plans.facts()).toContainText('702 places');
});

test('of two admins in one draft, the second is told, keeps the work, and saves it as a copy', async ({
  page,
  browser,
}) => {
  const [first, second] = [new PlanPages(page), new PlanPages(await (await browser.newContext()).newPage())];
  await new AdminPages(first.page).signIn();
  await first.openList();
  await first.create('Shared Hall', 'Classroom');
  await new AdminPages(second.page).signIn();
  await second.page.goto(first.page.url());
  await expect(second.facts()).toContainText('30 places');

  await first.take('Table');
  await first.pressAt(0.1, 0.9);
  await expect(first.facts()).toContainText('36 places');
  await first.saved();
  await second.take('Standing');
  await second.pressAt(0.85, 0.2);
  await expect(second.page.getByText('changed this plan meanwhile').first()).toBeVisible();
  await expect(second.facts()).toContainText('230 places');
  await second.page.getByRole('button', { name: 'Look at theirs' }).click();
  await second.page.getByRole('button', { name: 'Back to mine' }).click();
  await second.page.getByRole('button', { name: 'Save mine as a copy' }).click();
  await expect(second.page.getByRole('heading', { level: 1, name: 'Shared Hall (copy)' })).toBeVisible();
  await expect(second.facts()).toContainText('230 places');
  await first.page.reload();
  await expect(first.facts()).toContainText('36 places');
  await second.page.context().close();
});
