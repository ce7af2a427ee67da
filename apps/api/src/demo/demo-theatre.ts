import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountService } from '@modex/api-accounts';
import { Settings } from '@modex/api-core';
import { PlanDraftService, PlanPublicationService, PlanService } from '@modex/api-plans';
import { PlanDrawing } from '@modex/domain';
import { THEATRE_CATEGORIES } from './demo-shows';

/** The rows behind these belong to the circle. */
const STALLS_ROWS = 8;
const CIRCLE_COLOR = '#8e24aa';

/** Publishes a plan with curved rows in two categories, in the name of the first admin. @returns its id */
export async function publishTheatre(app: NestFastifyApplication, venue: string): Promise<string> {
  const drafts = app.get(PlanDraftService);
  const { users } = await app.get(AccountService).searchUsers(app.get(Settings).admin.email);
  const by = users[0]?.id ?? '';
  const plan = await drafts.create('theatre', { name: 'Great theatre', venue }, by);
  const { drawing } = await app.get(PlanService).findDraft(plan.id);
  const saved = await drafts.save({ planId: plan.id, revision: plan.revision, by }, withCircle(drawing));
  await app.get(PlanPublicationService).publish({ planId: plan.id, revision: saved.plan.revision, by });
  return plan.id;
}

function withCircle(drawing: PlanDrawing): PlanDrawing {
  const { stalls, circle } = THEATRE_CATEGORIES;
  return {
    ...drawing,
    categories: [
      ...drawing.categories.map((category) => (category.key === stalls ? { ...category, name: 'Stalls' } : category)),
      { key: circle, name: 'Circle', color: CIRCLE_COLOR },
    ],
    sections: drawing.sections.map((section) => {
      if (section.kind !== 'seats') return section;
      const rows = section.rows.map((row, at) => {
        if (at < STALLS_ROWS) return row;
        return { ...row, places: row.places.map((place) => ({ ...place, category: circle })) };
      });
      return { ...section, rows };
    }),
  };
}
