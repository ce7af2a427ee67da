import { everyPage } from '../support/every-page';
import { expect, test } from '../support/fixtures';
import { faintRings } from '../support/focus-ring';

const WORDS = { title: 'In the Light', venue: 'Kursaal', description: 'A play.', name: 'Ada Lovelace' };

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('whatever has the focus shows it, on every page @walk', async ({ page, boxOffice }) => {
      const [seen, faint] = [new Set<string>(), [] as string[]];
      const look = async (name: string): Promise<void> => {
        faint.push(...(await faintRings(page, seen)).map((ring) => `${name}: ${ring}`));
      };
      await everyPage({ page, boxOffice, words: WORDS, look });
      expect(faint).toEqual([]);
      expect(seen.size).toBeGreaterThan(20);
    });
  });
}

test('a focus that hardly shows is found', async ({ page }) => {
  await page.goto('/nowhere');
  await page.locator('mx-blank-state').waitFor();
  expect(await faintRings(page, new Set())).toEqual([]);
  await page.locator('mx-blank-state a').evaluate((link) => (link.style.outline = 'none'));
  expect(await faintRings(page, new Set())).toHaveLength(1);
});
