import { Component, inject, signal } from '@angular/core';
import { FieldTree, form, FormField, maxLength, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { LIMITS, placeCount, PlanDrawing } from '@modex/domain';
import { Problem, readProblem } from '@modex/web-api-client';
import {
  BackLink,
  Control,
  counted,
  Field,
  focusFirstError,
  Heading,
  Notice,
  Page,
  placeRefusals,
  RefusedField,
  WriteButton,
  WriteForm,
} from '@modex/web-ui';
import { PlanPicture } from '../paint/plan-picture';
import { emptyDrawing, Template, templateDrawing } from '../templates/templates';
import { PlanImport } from './plan-import';
import { PlanMaker } from './plan-maker';

interface NewPlan {
  readonly name: string;
  readonly venue: string;
}

/** What a new plan may begin as, as people read it. */
interface Beginning {
  readonly template: Template | 'empty';
  readonly word: string;
  readonly drawing: PlanDrawing;
}

const begins = (template: Template, word: string): Beginning => ({
  ...{ template, word, drawing: templateDrawing(template, word) },
});

/** A new plan: empty, from a template, or from a file. */
@Component({
  imports: [
    BackLink,
    Control,
    Field,
    FormField,
    Heading,
    MatButtonModule,
    Notice,
    Page,
    PlanImport,
    PlanPicture,
    RouterLink,
    WriteButton,
    WriteForm,
  ],
  providers: [PlanMaker],
  templateUrl: './new-plan-page.html',
  styleUrl: './new-plan-page.scss',
})
export class NewPlanPage {
  private readonly maker = inject(PlanMaker);
  private readonly router = inject(Router);

  protected readonly beginnings: readonly Beginning[] = [
    { template: 'empty', word: $localize`Empty`, drawing: emptyDrawing('') },
    begins('theatre', $localize`Theatre`),
    begins('cinema', $localize`Cinema`),
    begins('arena', $localize`Arena`),
    begins('cabaret', $localize`Tables`),
    begins('classroom', $localize`Classroom`),
  ];
  protected readonly template = signal<Template | 'empty'>('theatre');
  protected readonly problem = signal<Problem | undefined>(undefined);
  private readonly plan = signal<NewPlan>({ name: '', venue: '' });
  protected readonly form: FieldTree<NewPlan> = form(
    this.plan,
    (path) => {
      required(path.name, { message: $localize`Enter a name.` });
      maxLength(path.name, LIMITS.planName, { message: $localize`At most ${LIMITS.planName}:most: characters.` });
      maxLength(path.venue, LIMITS.venue, { message: $localize`At most ${LIMITS.venue}:most: characters.` });
    },
    { submission: { action: () => this.make(), onInvalid: () => focusFirstError(this.form) } },
  );

  protected placesOf({ drawing }: Beginning): string {
    const places = placeCount(drawing);
    if (places === 0) return $localize`draw everything yourself`;
    return counted(places, $localize`{n, plural, =1 {1 place} other {${places}:places: places}}`);
  }

  private async make(): Promise<RefusedField[] | undefined> {
    this.problem.set(undefined);
    const { name, venue } = this.plan();
    try {
      const planId = await this.maker.make(this.template(), name.trim(), venue.trim());
      await this.router.navigate(['/admin/plans', planId]);
      return undefined;
    } catch (error) {
      const problem = readProblem(error);
      return placeRefusals(this.form, problem.fields, () => this.problem.set(problem));
    }
  }
}
