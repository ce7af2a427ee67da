import { Page } from '@playwright/test';

/** Everything that the policies of the visited pages refused, as the browser tells it. */
export async function refusals(page: Page): Promise<readonly string[]> {
  const refused: string[] = [];
  await page.exposeFunction('policyRefused', (what: string) => refused.push(what));
  await page.addInitScript(() => {
    const tell = (globalThis as unknown as { policyRefused: (what: string) => void }).policyRefused;
    document.addEventListener('securitypolicyviolation', (event) => {
      const where = `${event.sourceFile}:${event.lineNumber}:${event.columnNumber}`;
      tell(`${location.pathname} ${event.effectiveDirective} ${event.blockedURI} ${event.sample} ${where}`);
    });
  });
  return refused;
}
