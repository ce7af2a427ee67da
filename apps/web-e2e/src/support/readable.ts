import { Page } from '@playwright/test';

/**
 * The words of a page that cannot be read: beyond the edge of the window, cut off by a box that does not scroll, or under
 * another word of the header or of the panel at the edge. Empty when all can be read.
 */
export async function unreadable(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const hidden = (element: Element): boolean =>
      element.closest('.mx-visually-hidden, [aria-hidden="true"], .cdk-visually-hidden, .skip, noscript') !== null ||
      !element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
    const clips = (box: Element): boolean => /hidden|clip/.test(getComputedStyle(box).overflowX);
    const scrolls = (box: Element): boolean => /auto|scroll/.test(getComputedStyle(box).overflowX);

    /** The part of the window in which the words of an element can be seen, by the boxes around it. */
    const frameOf = (element: Element): { left: number; right: number } | undefined => {
      let frame = { left: 0, right: document.documentElement.clientWidth };
      for (let box: Element | null = element; box !== null; box = box.parentElement) {
        if (scrolls(box)) return undefined;
        if (!clips(box)) continue;
        const { left, right, width } = box.getBoundingClientRect();
        if (width <= 1) return undefined;
        frame = { left: Math.max(frame.left, left), right: Math.min(frame.right, right) };
      }
      return frame;
    };

    const words: { text: string; element: Element; rects: DOMRect[] }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      if (element === null || !node.textContent?.trim() || hidden(element) || element.closest('svg, script')) continue;
      if (element.clientWidth === 1 && clips(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      words.push({ text: node.textContent.trim().slice(0, 40), element, rects: [...range.getClientRects()] });
    }
    const cut = words.flatMap(({ text, element, rects }) => {
      const frame = frameOf(element);
      if (frame === undefined) return [];
      const beyond = rects.some(({ left, right }) => left < frame.left - 1 || right > frame.right + 1);
      const ellipsis =
        getComputedStyle(element).textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth;
      return beyond || ellipsis ? [`cut: ${text}`] : [];
    });
    const fixed = words.filter(({ element }) => element.closest('app-site-header, mx-choice-panel'));
    const overlaps = fixed.flatMap((one, index) =>
      fixed.slice(index + 1).flatMap((other) => {
        const touch = one.rects.some((a) =>
          other.rects.some(
            (b) =>
              Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
              Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4,
          ),
        );
        const sameBox =
          one.element.closest('app-site-header, mx-choice-panel') ===
          other.element.closest('app-site-header, mx-choice-panel');
        return touch && sameBox ? [`overlap: ${one.text} / ${other.text}`] : [];
      }),
    );
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return [...(wide > 0 ? [`the page is ${wide} px wider than the window`] : []), ...cut, ...overlaps];
  });
}
