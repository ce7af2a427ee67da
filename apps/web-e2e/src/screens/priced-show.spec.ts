import { Page } from '@playwright/test';
import { AdminPages } from '../pages/admin-pages';
import { expect, test } from '../support/fixtures';
import { lookAt } from '../support/look-at';

const WIDTHS = [360, 1280] as const;
const SCHEMES = ['light', 'dark'] as const;

for (const width of WIDTHS) {
  for (const colorScheme of SCHEMES) {
    const isWalk = (width === 360) === (colorScheme === 'dark');
    const suffix = `${width}-${colorScheme}`;
    test.describe(`at ${width} px, ${colorScheme}`, { tag: isWalk ? '@walk' : [] }, () => {
      test.use({ colorScheme, viewport: { width, height: width < 500 ? 740 : 900 } });

      const look = async (page: Page, name: string): Promise<void> => {
        await page.evaluate(() => scrollTo(0, 0));
        await lookAt(page, name);
      };

      test('an organiser puts a show on in a published plan, with prices, and changes a price', async ({
        page,
        boxOffice,
      }) => {
        const plan = `Playhouse ${suffix}`;
        await boxOffice.publishTheatre(plan);
        const adminPages = new AdminPages(page);
        await adminPages.signIn();
        await adminPages.begin(`Priced ${suffix}`);
        await page.getByRole('radio', { name: /A drawn plan/ }).check();
        const offered = page.getByRole('option', { name: new RegExp(plan) });
        const value = await offered.getAttribute('value');
        await page.getByLabel('Plan', { exact: true }).selectOption(value);
        await expect(adminPages.preview()).toContainText('282');
        await page.getByRole('radio', { name: /Prices/ }).check();
        await page.getByLabel('Standard').fill('45');
        await page.getByLabel('Circle').fill('28,5 euros');
        await page.getByRole('button', { name: 'Adult, Child, Reduced' }).click();
        await page.getByRole('button', { name: 'Add a fee' }).click();
        await page.getByLabel('Name of the fee').fill('Service');
        await page.getByLabel('Amount').fill('1.50');
        await page.getByRole('checkbox', { name: /There is a tax/ }).check();
        await page.getByLabel('Rate in percent').fill('7');
        await page.getByRole('button', { name: 'Create and publish' }).click();
        await expect(page.getByText('An amount such as 12.50')).toBeVisible();
        await expect(page.getByLabel('Circle')).toBeFocused();
        await look(page, `admin-new-show-priced-wrong-${suffix}`);
        await page.getByLabel('Circle').fill('28,50');
        await expect(page.locator('mx-price-example')).toContainText('€93.00');
        await look(page, `admin-new-show-priced-${suffix}`);
        await page.getByRole('button', { name: 'Create and publish' }).click();

        await expect(page.getByText('The show is on sale. 282 seats are waiting.')).toBeVisible();
        await expect(page.getByText('Standard €45.00, Circle €28.50')).toBeVisible();
        await expect(page.getByText(`${plan}, version 1`)).toBeVisible();
        await expect(page.getByRole('grid')).toBeVisible();
        await look(page, `admin-show-priced-${suffix}`);

        await page.getByRole('link', { name: 'Edit show' }).click();
        await expect(page.getByLabel('Circle')).toHaveValue('28.50');
        await look(page, `admin-edit-show-priced-${suffix}`);
        await page.getByLabel('Circle').fill('30');
        await page.getByRole('button', { name: 'Save', exact: true }).click();
        await expect(page.getByText('The show is changed.')).toBeVisible();
        await page.getByText('What was changed').click();
        await expect(page.getByRole('listitem').filter({ hasText: 'Circle €30.00' })).toContainText('Circle €28.50');
        await look(page, `admin-show-price-changed-${suffix}`);
      });
    });
  }
}
