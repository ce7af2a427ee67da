import { Injectable } from '@nestjs/common';
import { PlanDrawing, PlanProblem, planProblems } from '@modex/domain';
import { planRefused } from './drawing/plan-refused';
import { ExportedPlan } from './formats/exported-plan';
import { exportPlan, importPlan, PlanFormat } from './formats/formats';
import { ImportedPlan, ImportWarning } from './formats/imported-plan';
import { turn } from './packed';
import { PlanRecord } from './plan';
import { PlanDraftService } from './plan-draft.service';
import { PlanService } from './plan.service';

/** A file that becomes a plan. */
export interface PlanFile {
  readonly format: PlanFormat;
  readonly bytes: Buffer;
  /** The name of the plan instead of that in the file. */
  readonly name?: string | undefined;
}

/** A plan that was made of a file. */
export interface PlanOfFile {
  readonly plan: PlanRecord;
  readonly warnings: readonly ImportWarning[];
}

/** Plans from files, and as files. */
@Injectable()
export class PlanFilesService {
  constructor(
    private readonly plans: PlanService,
    private readonly drafts: PlanDraftService,
  ) {}

  /**
   * A new plan from a file, or nothing.
   * @throws DomainError `malformed-body`, `payload-too-large`, `plan-has-problems` with their places in the file
   */
  async importFile({ format, bytes, name }: PlanFile, by: string): Promise<PlanOfFile> {
    const imported = importPlan(format, bytes, name);
    await turn();
    const drawing = name === undefined ? imported.drawing : { ...imported.drawing, name };
    const problems = planProblems(drawing).map((problem) => inFile(problem, imported));
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw planRefused(errors);
    await turn();
    const plan = await this.drafts.createFrom(drawing, by);
    const others = problems.map(({ at, message }) => ({ at, warning: message }));
    return { plan, warnings: [...imported.warnings, ...others] };
  }

  /** The draft as a file, or a published version. @throws DomainError `unknown-plan` */
  async exportFile(planId: string, format: PlanFormat, version?: number): Promise<ExportedPlan & { name: string }> {
    const drawing: PlanDrawing =
      version === undefined
        ? (await this.plans.findDraft(planId)).drawing
        : await this.plans.findDrawing(planId, version);
    await turn();
    return { ...exportPlan(format, drawing), name: drawing.name };
  }
}

/** A problem of what was made of a file, with its place in the file where that is known. */
function inFile(problem: PlanProblem, { sourceOf }: ImportedPlan): PlanProblem {
  const number = problem.numbers?.at(-1);
  const source = number === undefined ? undefined : sourceOf(number);
  return source === undefined ? problem : { ...problem, at: source };
}
