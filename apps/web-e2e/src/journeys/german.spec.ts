import { expect, Locator, Page } from '@playwright/test';
import { DrawnTheatre } from '../support/drawn-theatre';
import { test } from '../support/fixtures';
import { lookAt } from '../support/look-at';

/** Half past seven in the evening of a Berlin winter, in a year that is not this one. */
const EVENING = { startTime: '2098-12-12T18:30:00Z', timeZone: 'Europe/Berlin' } as const;
const WIDTHS = [360, 1280] as const;
const SCHEMES = ['light', 'dark'] as const;

const seat = (number: number): string => `Stalls · Row A · Seat ${number}`;
const languageButton = (page: Page, name: string): Locator =>
  page.locator('app-language-switch').getByRole('button', { name, exact: true });

async function bookAsGuest(page: Page, email: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Als Gast' }).check();
  await dialog.getByLabel('Name').fill('Lotte Lenya');
  await dialog.getByLabel('E-Mail').fill(email);
  await dialog.getByRole('button', { name: '2 Plätze als Gast buchen' }).click();
}

for (const width of WIDTHS) {
  for (const colorScheme of SCHEMES) {
    const isWalk = (width === 360) === (colorScheme === 'dark');
    const suffix = `german-${width}-${colorScheme}`;
    test.describe(`in a German browser at ${width} px, ${colorScheme}`, { tag: isWalk ? '@walk' : [] }, () => {
      test.use({ locale: 'de-DE', colorScheme, viewport: { width, height: width < 500 ? 740 : 900 } });

      test('somebody books two seats in German, reads the booking in English, and goes back', async ({
        page,
        boxOffice,
        show,
      }) => {
        const title = `Dreigroschenoper ${suffix}`;
        await new DrawnTheatre(boxOffice).putOn(title, EVENING);
        await page.goto('/');
        await expect(page.locator('html')).toHaveAttribute('lang', 'de');
        await page.getByRole('searchbox', { name: 'Vorstellungen suchen' }).fill(title);
        await expect(page).toHaveURL(/[?&]q=/);
        await expect(page.locator('mx-show-card').filter({ hasNotText: title })).toHaveCount(0);
        const card = page.locator('mx-show-card').filter({ hasText: title });
        await expect(card).toContainText('ab 20,00 €');
        await expect(card).toContainText('70 Plätze frei');
        await expect(card.locator('mx-date-block')).toHaveText(/Fr\s*12\s*Dez\s*2098/i);
        await lookAt(page, `shows-${suffix}`);
        await card.getByRole('link').first().click();
        await expect(page.getByText('Freitag, 12. Dezember 2098 um 19:30 (Mitteleuropäische Zeit)')).toBeVisible();

        await page.getByRole('gridcell', { name: `${seat(1)}, 45,00 €, frei`, exact: true }).click();
        await expect(show.bookAt('1 Platz buchen · 46,50 €')).toBeVisible();
        await page.getByRole('gridcell', { name: `${seat(2)}, 45,00 €, frei`, exact: true }).click();
        await expect(show.bookAt('2 Plätze buchen · 93,00 €')).toBeVisible();
        await show.areKept();
        await lookAt(page, `show-${suffix}`);
        await show.bookAt('2 Plätze buchen · 93,00 €').click();
        await expect(page.getByRole('dialog')).toBeVisible();
        await lookAt(page, `dialog-${suffix}`);
        await bookAsGuest(page, `lotte.${suffix}@example.org`);

        const ticket = page.getByRole('article', { name: 'Ihr Ticket' });
        await expect(ticket.getByText('93,00 € an der Abendkasse zahlen')).toBeVisible();
        await expect(ticket).toContainText('enthält 7 % VAT');
        await expect(ticket).toContainText('Freitag, 12. Dezember 2098 um 19:30');
        await lookAt(page, `booked-${suffix}`);

        const address = page.url();
        await expect(languageButton(page, 'Deutsch')).toHaveAttribute('aria-current', 'true');
        await expect(languageButton(page, 'English')).toHaveAttribute('lang', 'en');
        await languageButton(page, 'English').click();
        await expect(page.locator('html')).toHaveAttribute('lang', 'en');
        await expect(page).toHaveURL(address);
        const inEnglish = page.getByRole('article', { name: 'Your ticket' });
        await expect(inEnglish.getByText('Pay €93.00 at the box office')).toBeVisible();
        await expect(inEnglish).toContainText(/Friday,? 12 December 2098 at 19:30 \(Central European Time\)/);
        await page.goto('/');
        await expect(page.locator('html')).toHaveAttribute('lang', 'en');
        await expect(page.getByRole('searchbox', { name: 'Search shows' })).toBeVisible();

        await languageButton(page, 'Deutsch').focus();
        await page.keyboard.press('Enter');
        await expect(page.locator('html')).toHaveAttribute('lang', 'de');
        await expect(page.getByRole('searchbox', { name: 'Vorstellungen suchen' })).toBeVisible();
      });
    });
  }
}

test.describe('the words of a language', () => {
  test.use({ locale: 'de-DE' });

  test('arrive compressed, once for as long as they are the same', async ({ page }) => {
    const arrived = page.waitForResponse(/\/i18n\//);
    await page.goto('/');
    const headers = await (await arrived).allHeaders();
    expect([headers['content-encoding'], headers['cache-control']]).toEqual([
      'br',
      'public, max-age=31536000, immutable',
    ]);
  });
});

test('who reads English loads no words', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/');
  await expect(languageButton(page, 'English')).toHaveAttribute('aria-current', 'true');
  await expect(languageButton(page, 'Deutsch')).toHaveAttribute('lang', 'de');
  expect(asked.some((url) => /main-\w+\.js/.test(url))).toBe(true);
  expect(asked.filter((url) => /i18n|translations/.test(url))).toEqual([]);
});
