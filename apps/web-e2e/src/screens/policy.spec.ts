import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EVERY_PATH } from '../support/every-page';
import { expect, test } from '../support/fixtures';
import { refusals } from '../support/refusals';
import { shotPath } from '../support/shots';

const PATHS = Object.keys(JSON.parse(readFileSync(resolve(__dirname, '../../../web/public/paths.json'), 'utf8')));

// That no page needs an exception of the policy is seen by the walk through every text (`strange-language.spec.ts`).
test('every page of the site is among those that are looked at', () => {
  expect(PATHS.filter((path) => !EVERY_PATH.includes(path))).toEqual([]);
});

test('what is written into a page is refused: inline code and styles, scripts made from text', async ({ page }) => {
  const refused = await refusals(page);
  await page.goto('/');
  await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'body { outline: 1px solid red }';
    document.head.append(style);
    document.body.setAttribute('style', 'color: red');
    const script = document.createElement('script');
    try {
      script.textContent = 'globalThis.ran = true';
      document.head.append(script);
      document.body.innerHTML = '<img src="x">';
    } catch {
      // The browser refuses the assignment; the listener is told why.
    }
  });
  await expect
    .poll(() => refused.map((what) => what.split(' ')[1]))
    .toEqual(expect.arrayContaining(['style-src-elem', 'style-src-attr', 'require-trusted-types-for']));
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
});

test('the explorer of the API works under its policy and forgets the token', async ({ page, boxOffice }) => {
  await boxOffice.putOn({ title: 'Explored', rows: 2, seatsPerRow: 4 });
  const refused = await refusals(page);
  await page.addInitScript(() => localStorage.setItem('authorized', 'a token of an earlier version'));
  await page.goto('/api/docs');
  await page.getByRole('button', { name: 'Authorize' }).click();
  const dialog = page.locator('.dialog-ux');
  await dialog.getByRole('textbox').fill('a-token-of-a-session');
  await dialog.getByRole('button', { name: 'Apply credentials' }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.locator('#operations-shows-findShows').getByRole('button').first().click();
  const sent = page.waitForRequest((request) => request.url().includes('/api/shows'));
  await page.getByRole('button', { name: 'Execute' }).click();
  expect((await sent).headers()['authorization'] ?? 'none').toMatch(/none|Bearer/);
  await expect(page.locator('.live-responses-table tr.response .response-col_status').first()).toContainText('200');
  await page.screenshot({ path: shotPath('api-docs'), fullPage: false });
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain('token');
  expect(refused).toEqual([]);
});

test('icons, manifest and every script of a page are there, named by content for ever', async ({ page, request }) => {
  const scripts: string[] = [];
  page.on('response', (answer) => {
    if (/\.(js|css|woff2)$/.test(new URL(answer.url()).pathname)) scripts.push(answer.url());
  });
  await page.goto('/');
  await page.locator('main h1').waitFor();
  await page.goto('/bookings');
  await page.locator('main h1').waitFor();
  expect(scripts.length).toBeGreaterThan(8);
  for (const url of new Set(scripts)) {
    expect([url, (await request.get(url)).headers()['cache-control']]).toEqual([
      url,
      'public, max-age=31536000, immutable',
    ]);
  }
  const manifest: { icons: { src: string }[] } = await (await request.get('/manifest.webmanifest')).json();
  const icons = [
    'favicon.ico',
    'favicon.svg',
    'apple-touch-icon.png',
    'share.jpg',
    ...manifest.icons.map(({ src }) => src),
  ];
  for (const icon of icons) {
    const answer = await request.get(`/${icon}`);
    expect([icon, answer.status()]).toEqual([icon, 200]);
    expect(answer.headers()['content-type']).toMatch(/^image\//);
  }
});
