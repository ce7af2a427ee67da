/** Longer than this nobody waits for a frame, which a page that is hidden does not get; in milliseconds. */
const LONGEST_MS = 200;

/** Calls back once the next frame is on the screen. */
export function afterFrame(then: () => void): void {
  let isDue = true;
  const once = (): void => {
    if (isDue) then();
    isDue = false;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, LONGEST_MS);
}
