import { resolve } from 'node:path';
import { Locator } from '@playwright/test';
import { PlanPages } from '../pages/plan-pages';
import { confirmation, sees, signedIn, SITE, Stage, WritingButton } from './stage';

const TABLE = resolve(__dirname, '../../../../libs/api/plans/src/formats/fixtures/hall.csv');

/** A plan of this stage, opened in its editor. Returns its id. */
async function inEditor(stage: Stage): Promise<string> {
  await signedIn(stage, 'admin');
  const planId = await stage.boxOffice.draw(nameOf(stage));
  await stage.page.goto(`/admin/plans/${planId}`);
  await new PlanPages(stage.page).plan().waitFor();
  return planId;
}

/** A button in the line of this stage's plan. */
async function inList(stage: Stage, button: string): Promise<Locator> {
  await signedIn(stage, 'admin');
  await stage.boxOffice.draw(nameOf(stage));
  await stage.page.goto('/admin/plans');
  const line = stage.page
    .getByRole('listitem')
    .filter({ hasText: nameOf(stage) })
    .first();
  return line.getByRole('button', { name: button, exact: true });
}

/** A plan whose draft somebody else saved while it was changed here. */
async function inConflict(stage: Stage): Promise<void> {
  const planId = await inEditor(stage);
  const path = `/api/admin/plans/${planId}/draft`;
  const changes = [{ op: 'replace', path: '/venue', value: 'Elsewhere' }];
  await stage.page.request.patch(path, { data: { revision: 2, changes }, headers: SITE });
  const plans = new PlanPages(stage.page);
  await plans.take('Table');
  await plans.pressAt(0.9, 0.9);
}

const nameOf = ({ number }: Stage): string => `Tapped Hall ${number}.`;

/** Every button that writes on the pages of plans. */
export const PLAN_BUTTONS: readonly WritingButton[] = [
  {
    name: 'create an empty plan',
    writes: ['createPlan'],
    ready: async (stage) => {
      await signedIn(stage, 'admin');
      await stage.page.goto('/admin/plans/new');
      await stage.page.getByRole('radio', { name: 'Empty' }).check();
      await stage.page.getByLabel('Name', { exact: true }).fill(nameOf(stage));
      return stage.page.getByRole('button', { name: 'Create the plan' });
    },
    done: (stage) => sees(stage, '0 places'),
  },
  {
    name: 'import a plan',
    writes: ['importPlan'],
    ready: async (stage) => {
      await signedIn(stage, 'admin');
      await stage.page.goto('/admin/plans/new');
      await stage.page.getByLabel('File', { exact: true }).setInputFiles(TABLE);
      return stage.page.getByRole('button', { name: 'Import the file' });
    },
    done: (stage) => sees(stage, 'A plan of 135 places was made'),
  },
  {
    name: 'duplicate a plan',
    writes: ['duplicatePlan'],
    ready: (stage) => inList(stage, 'Duplicate'),
    done: (stage) => sees(stage, /is a copy of it/),
  },
  {
    name: 'archive a plan',
    writes: ['editPlan'],
    ready: (stage) => inList(stage, 'Archive'),
    done: (stage) => sees(stage, /is put away/),
  },
  {
    name: 'delete a plan',
    writes: ['deletePlan'],
    ready: async (stage) => {
      await (await inList(stage, 'Delete')).click();
      return confirmation(stage);
    },
    done: (stage) => sees(stage, /is deleted/),
  },
  {
    name: 'publish a plan',
    writes: ['publishPlan'],
    ready: async (stage) => {
      await inEditor(stage);
      await sees(stage, 'Nothing is wrong with the plan.');
      return stage.page.getByRole('button', { name: 'Publish the plan' });
    },
    done: (stage) => sees(stage, 'Version 1 is published'),
  },
  {
    name: 'save a plan as a copy',
    writes: ['createPlan', 'saveDraft'],
    ready: async (stage) => {
      await inConflict(stage);
      return stage.page.getByRole('button', { name: 'Save mine as a copy' });
    },
    done: (stage) => sees(stage, /\(copy\)/),
  },
  {
    name: 'save a plan over that of somebody else',
    writes: ['saveDraft'],
    ready: async (stage) => {
      await inConflict(stage);
      return stage.page.getByRole('button', { name: 'Save mine over theirs' });
    },
    done: async ({ page }) => new PlanPages(page).saved(),
  },
  {
    name: 'take a step of a drawing back, which is saved by itself',
    writes: ['changeDraft'],
    ready: async (stage) => {
      await inEditor(stage);
      const plans = new PlanPages(stage.page);
      await plans.take('Table');
      await plans.pressAt(0.9, 0.9);
      await sees(stage, '206 places');
      await plans.saved();
      return stage.page.getByRole('button', { name: 'Undo' });
    },
    done: async (stage) => {
      await sees(stage, '200 places');
      await new PlanPages(stage.page).saved();
    },
  },
];
