import { Locator, Page } from '@playwright/test';

/** The least contrast of a focus ring against what was there before (WCAG 2.4.13). */
export const LEAST_CONTRAST = 3;

/** Pixels around an element that belong to its ring. */
const MARGIN = 10;
/** More stops of the Tab key than any page of ours has. */
const MOST_STOPS = 60;

/** The page with the focus elsewhere, and with it here, as pictures of the same place. */
interface Pictures {
  readonly before: string;
  readonly after: string;
}

/**
 * Presses Tab through a page and names each kind of element whose ring is too faint: of the pixels that change when it
 * gets the focus, as many as a line two pixels wide around it must change by 3 : 1 or more.
 */
export async function faintRings(page: Page, seen: Set<string>): Promise<readonly string[]> {
  const faint: string[] = [];
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.count()) === 0) break;
    const kind = await kindOf(focused);
    if (seen.has(kind)) continue;
    seen.add(kind);
    const contrast = await ringContrast(page, focused);
    if (contrast < LEAST_CONTRAST) faint.push(`${contrast.toFixed(1)} : 1 ${kind}`);
  }
  return faint;
}

/** Elements of one kind look the same: the tag, its classes, and the component that it stands in. */
async function kindOf(element: Locator): Promise<string> {
  return element.evaluate((node) => {
    const within = node.getRootNode() instanceof Document ? node.closest('[class], main, header, footer') : node;
    const near = node.parentElement?.closest('main *, header, footer')?.tagName ?? '';
    return `${near.toLowerCase()} > ${node.tagName.toLowerCase()}.${[...node.classList].filter((name) => !name.startsWith('cdk-')).join('.')} ${within === node ? '' : (within?.tagName ?? '')}`;
  });
}

/** The contrast that the strongest pixels of the ring reach, enough of them for a line of two pixels. */
async function ringContrast(page: Page, element: Locator): Promise<number> {
  await element.scrollIntoViewIfNeeded();
  const box = await element.evaluate((node) => {
    // A link that fills its card has its ring around the card.
    const fills = getComputedStyle(node, '::after').position === 'absolute';
    const { x, y, width, height } = ((fills ? node.closest('article') : null) ?? node).getBoundingClientRect();
    return { x, y, width, height };
  });
  const window = page.viewportSize() ?? { width: 0, height: 0 };
  const left = Math.max(0, box.x - MARGIN);
  const top = Math.max(0, box.y - MARGIN);
  const clip = {
    x: left,
    y: top,
    width: Math.min(window.width, box.x + box.width + MARGIN) - left,
    height: Math.min(window.height, box.y + box.height + MARGIN) - top,
  };
  if (clip.width <= 0 || clip.height <= 0) return LEAST_CONTRAST;
  const picture = async (): Promise<string> =>
    (await page.screenshot({ clip, animations: 'disabled', caret: 'hide' })).toString('base64');
  const after = await picture();
  await element.evaluate((node) => {
    node.dataset['focusWas'] = 'here';
    node.blur();
  });
  const before = await picture();
  await page.evaluate(() => {
    const node = document.querySelector<HTMLElement>('[data-focus-was]');
    node?.removeAttribute('data-focus-was');
    node?.focus({ preventScroll: true });
  });
  return contrastOf(page, { before, after }, 2 * (box.width + box.height));
}

async function contrastOf(page: Page, pictures: Pictures, perimeter: number): Promise<number> {
  return page.evaluate(
    async ({ before, after, perimeter }) => {
      const pixels = async (base64: string): Promise<Uint8ClampedArray> => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        if (context === null) throw new Error('No canvas.');
        context.drawImage(bitmap, 0, 0);
        return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
      };
      const linear = (value: number): number => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      };
      const light = (data: Uint8ClampedArray, at: number): number =>
        0.2126 * linear(data[at] ?? 0) + 0.7152 * linear(data[at + 1] ?? 0) + 0.0722 * linear(data[at + 2] ?? 0);
      const [one, other] = [await pixels(before), await pixels(after)];
      const contrasts: number[] = [];
      for (let at = 0; at < one.length; at += 4) {
        const [a, b] = [light(one, at), light(other, at)];
        contrasts.push((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
      }
      contrasts.sort((x, y) => y - x);
      // A ring that is cut off at the edge of the window on one side still shows on the others.
      return contrasts[Math.floor(perimeter * 2 * 0.5)] ?? 1;
    },
    { ...pictures, perimeter },
  );
}
