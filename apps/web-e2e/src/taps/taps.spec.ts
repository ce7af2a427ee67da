import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '../support/fixtures';
import { goBack } from '../support/history';
import { ALL_CELLS, Cell, cellFor, pressTwice, watchWrites } from './presses';
import { confirmation, PASSWORD, Stage, withBooking } from './stage';
import { WRITING_BUTTONS } from './writing-buttons';

const root = resolve(__dirname, '../../../..');
/** `E2E_ALL_TAPS=on`: the whole matrix (an hour); else a part of it for each button, which sees all gaps and latencies. */
const whole = process.env['E2E_ALL_TAPS'] === 'on';
/** Two taps or two Enters while the dialog closes: this once lost a booking. */
const LOSSES: readonly Cell[] = [80, 120, 160].flatMap((gap) => [
  { way: 'touch', gap, latency: 100 },
  { way: 'Enter', gap, latency: 100 },
]);

test.use({ hasTouch: true });

/** The operations of the contract that write, as "POST /api/shows/…/book" with every id as "…". */
function writingOperations(): ReadonlyMap<string, string> {
  interface Operation {
    readonly operationId: string;
  }
  const contract: { paths: Record<string, Record<string, Operation>> } = JSON.parse(
    readFileSync(resolve(root, 'libs/contract/openapi.json'), 'utf8'),
  );
  const all = Object.entries(contract.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => ['post', 'put', 'patch', 'delete'].includes(method))
      .map(
        ([method, { operationId }]) =>
          [`${method.toUpperCase()} ${path.replace(/\{\w+\}/g, '…')}`, operationId] as const,
      ),
  );
  return new Map(all);
}

function operationOf(write: string): string {
  return writingOperations().get(write.replace(/[0-9a-f]{24}/g, '…')) ?? write;
}

/** The site's own code, without tests and the generated client. */
function siteCode(): string {
  const files = readdirSync(resolve(root, 'libs/web'), { recursive: true, encoding: 'utf8' });
  const own = files.filter((file) => /\.ts$/.test(file) && !/\.spec\.ts$|generated/.test(file));
  return own.map((file) => readFileSync(resolve(root, 'libs/web', file), 'utf8')).join('\n');
}

test('every operation that the site writes with has its button in the table', () => {
  const code = siteCode();
  const used = [...writingOperations().values()].filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  const pressed = new Set(WRITING_BUTTONS.flatMap(({ writes }) => writes));
  expect(used.filter((name) => !pressed.has(name))).toEqual([]);
  expect(used.length).toBeGreaterThan(8);
});

let number = 0;
for (const [index, button] of WRITING_BUTTONS.entries()) {
  const cells = whole ? ALL_CELLS : [cellFor(index), ...(index === 0 ? LOSSES : [])];
  for (const cell of cells) {
    const { way, gap, latency } = cell;
    test(`${button.name}: two presses by ${way}, ${gap} ms apart, answers after ${latency} ms, write once`, async ({
      page,
      boxOffice,
    }) => {
      const stage: Stage = { page, boxOffice, number: ++number };
      const target = await button.ready(stage);
      await expect(target).toBeEnabled();
      const writes = await watchWrites(page, latency);
      await pressTwice(page, target, cell);
      await button.done(stage);
      await page.waitForTimeout(latency + 300);
      expect(writes.map(operationOf)).toEqual(button.writes);
    });
  }
}

for (const { way, gap } of [
  { way: 'touch', gap: 120 },
  { way: 'touch', gap: 300 },
  { way: 'mouse', gap: 80 },
  { way: 'Enter', gap: 160 },
] as const) {
  test(`two presses by ${way}, ${gap} ms apart, open one dialog that stays and that they do not answer`, async ({
    page,
    boxOffice,
  }) => {
    const stage: Stage = { page, boxOffice, number: ++number };
    const button = WRITING_BUTTONS.find(({ name }) => name === 'cancel a booking on its page');
    await button?.ready(stage);
    await page.getByRole('alertdialog').getByRole('button', { name: 'Keep the booking' }).click();
    await expect(page.getByRole('alertdialog')).toBeHidden();
    const cancel = page.getByRole('button', { name: 'Cancel booking' });
    await expect(cancel).toBeEnabled();
    const writes = await watchWrites(page, 0);
    await pressTwice(page, cancel, { way, gap, latency: 0 });
    await page.waitForTimeout(1000);
    await expect(page.getByRole('alertdialog')).toHaveCount(1);
    expect(writes).toEqual([]);
  });
}

test('a question that has just opened lets no finger reach the button that does it', async ({ page, boxOffice }) => {
  const stage: Stage = { page, boxOffice, number: ++number };
  await page.goto(`/bookings/${(await withBooking(stage)).bookingId}`);
  const cancel = page.getByRole('button', { name: 'Cancel booking' });
  await expect(cancel).toBeEnabled();
  const reached = page.evaluate(
    () =>
      new Promise((answer) => {
        const look = (_: unknown, looking: MutationObserver): void => {
          const confirm = document.querySelector('.confirm');
          if (!confirm) return;
          looking.disconnect();
          requestAnimationFrame(() => {
            const { x, y, width, height } = confirm.getBoundingClientRect();
            answer(confirm.contains(document.elementFromPoint(x + width / 2, y + height / 2)));
          });
        };
        new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
      }),
  );
  await cancel.click();
  expect(await reached).toBe(false);
  await (await confirmation(stage)).click({ trial: true });
});

test('Back while an account is being made, and another press, make one account and one booking', async ({
  page,
  boxOffice,
}) => {
  const stage: Stage = { page, boxOffice, number: ++number };
  const [button] = WRITING_BUTTONS;
  await button?.ready(stage);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'New account' }).check();
  await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
  const writes = await watchWrites(page, 800);
  await dialog.getByRole('button', { name: /^Create account and book/ }).click();
  await goBack(page);
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('button', { name: 'Book 1 seat' }).click();
  await button?.done(stage);
  expect(writes.map(operationOf)).toEqual(['register', 'bookSeats']);
});
