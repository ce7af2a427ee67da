import { AdminPages } from '../pages/admin-pages';
import { PlanPages } from '../pages/plan-pages';
import { expect, test } from '../support/fixtures';

const said = (plans: PlanPages) => plans.page.locator('.editor > [role="status"]');

test('an admin draws a club with the pointer: a stage, a floor, and a gallery round it in one row', async ({
  page,
}) => {
  const plans = new PlanPages(page);
  await new AdminPages(page).signIn();
  await plans.openList();
  await plans.create('Copper Cellar');
  await plans.take('Stage');
  await plans.wish('Width, cm', 800);
  await plans.wish('Depth, cm', 300);
  await plans.pressPlan(1000, 150);
  await plans.take('Standing');
  await plans.wish('People', 300);
  await plans.wish('Width, cm', 1200);
  await plans.wish('Depth, cm', 900);
  await plans.pressPlan(1000, 850);
  const wall = async (x: number, y: number, [seats, spacing, turn]: readonly [number, number, number]) => {
    await plans.wish('Name of the new section', 'Gallery');
    await plans.wish('Rows', 1);
    await plans.wish('Seats in each row', seats);
    await plans.wish('From seat to seat, cm', spacing);
    await plans.wish('Turned by, degrees', turn);
    await plans.pressPlan(x, y);
  };
  await plans.take('Rows');
  await wall(330, 870, [10, 90, 90]);
  await wall(1000, 1370, [20, 60, 0]);
  await wall(1670, 870, [10, 90, 270]);
  await expect(plans.facts()).toContainText('340 places');

  await plans.plan().focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Merge into one row' }).click();
  await plans.enter('Label', '1', 'Row or table');
  await plans.open('Categories');
  await plans.enter('Category', 'Standing', 'Standard');
  await page.getByRole('button', { name: 'New category' }).click();
  await page.getByRole('button', { name: 'Paint the selection with Category' }).click();
  await plans.enter('Category', 'Gallery', 'Category');
  for (const [x, y] of [
    [330, 510],
    [1670, 510],
  ] as const) {
    await plans.dragPlan([x - 60, y - 120], [x + 60, y + 90]);
    await expect(page.getByText('Selected: 2 places').first()).toBeVisible();
    await page.getByRole('checkbox', { name: 'Restricted view' }).check();
  }
  await expect(page.getByText('Nothing is wrong with the plan.')).toBeVisible();
  await plans.publish();

  const { sections, categories } = await plans.drawing();
  expect(categories.map(({ name }) => name)).toEqual(['Standing', 'Gallery']);
  expect(sections.map(({ name }) => name)).toEqual(['Floor', 'Gallery']);
  const [row, ...others] = sections[1]?.rows ?? [];
  expect([row?.label, others]).toEqual(['1', []]);
  const labels = Array.from({ length: 40 }, (_, at) => `${at + 1}`);
  expect(row?.places.map(({ label }) => label)).toEqual(labels);
  const restricted = row?.places.filter(({ restrictedView }) => restrictedView).map(({ label }) => label);
  expect(restricted).toEqual(['1', '2', '39', '40']);
});

test('an admin drags a corner of a shape, and turns it by its handle; both can be taken back', async ({ page }) => {
  const plans = new PlanPages(page);
  await new AdminPages(page).signIn();
  await plans.openList();
  await plans.create('Odd Corners');
  await plans.take('Shape');
  await page.getByLabel('Form').selectOption({ label: 'Polygon' });
  await plans.wish('Corners of a polygon', 4);
  await plans.wish('Width, cm', 400);
  await plans.wish('Depth, cm', 400);
  await plans.pressPlan(1000, 800);
  await plans.take('Select');
  const shape = async () => (await plans.drawing()).decorations[0];
  await plans.saved();
  expect((await shape())?.points?.[1]).toEqual({ x: 200, y: 0 });

  await plans.dragPlan([1200, 800], [1300, 750]);
  await expect(said(plans)).toHaveText('Corner moved');
  await plans.saved();
  expect((await shape())?.points).toEqual([
    { x: 0, y: -200 },
    { x: 300, y: -50 },
    { x: 0, y: 200 },
    { x: -200, y: 0 },
  ]);

  const handle = await plans.onScreen(1050, 600);
  const side = await plans.onScreen(1500, 800);
  await page.mouse.move(handle.x, handle.y - 30);
  await page.mouse.down();
  await page.mouse.move(side.x, side.y, { steps: 6 });
  await page.mouse.up();
  await expect(said(plans)).toHaveText('Turned');
  await plans.saved();
  expect((await shape())?.rotation).toBe(90);

  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await plans.saved();
  expect(await shape()).toMatchObject({ rotation: 0, points: expect.arrayContaining([{ x: 200, y: 0 }]) });
});

test('an admin does the same with the keyboard alone', async ({ page }) => {
  const plans = new PlanPages(page);
  await new AdminPages(page).signIn();
  await plans.openList();
  await plans.create('Odd Keys');
  const key = async (...keys: readonly string[]): Promise<void> => {
    for (const one of keys) await page.keyboard.press(one);
  };
  await plans.plan().focus();
  await key('o');
  await page.getByLabel('Form').selectOption({ label: 'Polygon' });
  await plans.plan().focus();
  await key('Enter', 'c', 'c');
  await expect(said(plans)).toHaveText('Corner 2 of 6');
  await key('Shift+ArrowRight', 'ArrowUp', ']', ']');
  await expect(said(plans)).toHaveText('Turned');
  await plans.saved();
  const [shape] = (await plans.drawing()).decorations;
  expect([shape?.rotation, shape?.points?.[1]]).toEqual([10, { x: 229.9, y: -47.5 }]);
  await key('Escape', 'Shift+ArrowUp');
  await expect(said(plans)).toHaveText('Moved');

  await key('r', 'Enter', 'Shift+ArrowDown', 'Shift+ArrowDown', 'm');
  await expect(said(plans)).toHaveText('Rows merged');
  await plans.saved();
  const [section] = (await plans.drawing()).sections;
  expect(section?.rows?.map(({ places }) => places.length)).toEqual([128]);
  await key('Control+z');
  await expect(said(plans)).toHaveText('Undone: Rows merged');
  await plans.saved();
  expect((await plans.drawing()).sections[0]?.rows).toHaveLength(8);
});
