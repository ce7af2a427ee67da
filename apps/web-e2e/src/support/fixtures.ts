import { test as base } from '@playwright/test';
import { ShowPage } from '../pages/show-page';
import { BoxOffice } from './box-office';

interface Visit {
  /** The show page in the test's own browser. */
  readonly show: ShowPage;
}

interface Worker {
  readonly boxOffice: BoxOffice;
}

/** Playwright's test with the box office, which is one for all tests of a worker, and the page objects. */
export const test = base.extend<Visit, Worker>({
  boxOffice: [
    async ({ playwright }, use, workerInfo) => {
      const calls = await playwright.request.newContext({ baseURL: workerInfo.project.use.baseURL });
      await use(new BoxOffice(calls));
      await calls.dispose();
    },
    { scope: 'worker' },
  ],
  show: async ({ page }, use) => use(new ShowPage(page)),
});

export { expect } from '@playwright/test';
