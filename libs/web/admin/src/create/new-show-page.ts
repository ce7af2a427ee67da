import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FieldTree, form, FormField, submit } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatProgressBarModule } from '@angular/material/progress-bar';
import { Router, RouterLink } from '@angular/router';
import { AdminShowResponse, Api, isWorthAskingAgain, Problem, reading, readProblem } from '@modex/web-api-client';
import { layoutReading } from '@modex/web-seats';
import {
  BackLink,
  Control,
  counted,
  Field,
  focusFirstError,
  Heading,
  Notice,
  NumberPipe,
  Page,
  PageStates,
  placeRefusals,
  RefusedField,
  Skeleton,
  WriteButton,
  WriteForm,
  writeNumber,
} from '@modex/web-ui';
import { readPricedShow } from '../details/priced-show';
import { momentsOf, skippedTimes } from '../details/show-details';
import { ShowFields } from '../details/show-fields';
import { AdminNews } from '../frame/admin-news';
import { typedRefusal } from '../prices/price-rules';
import { PLAIN_CATEGORIES, withCategories } from '../prices/prices-draft';
import { PricesFields } from '../prices/prices-fields';
import { LayoutPreview } from './layout-preview';
import { PlanChoice } from './plan-choice';
import { PlanPreview } from './plan-preview';
import { chosenPlanOf, copyOf, draftRules, emptyDraft, requestOf, ShowDraft, sizeOf } from './show-draft';
import { ShowMaker } from './show-maker';

/** Puts on a show: words, time, plan with its preview, prices; as a draft or on sale at once. It may begin as a copy. */
@Component({
  imports: [
    BackLink,
    Control,
    NumberPipe,
    Field,
    FormField,
    Heading,
    LayoutPreview,
    MatButtonModule,
    MatProgressBarModule,
    Notice,
    Page,
    PageStates,
    PlanChoice,
    PlanPreview,
    PricesFields,
    RouterLink,
    ShowFields,
    Skeleton,
    WriteButton,
    WriteForm,
  ],
  providers: [ShowMaker],
  templateUrl: './new-show-page.html',
  styleUrl: './new-show-page.scss',
})
export class NewShowPage {
  private readonly api = inject(Api);
  private readonly maker = inject(ShowMaker);
  private readonly router = inject(Router);
  private readonly news = inject(AdminNews);

  /** The show that is copied, by the address; undefined: none. */
  readonly from = input<string | undefined>();

  protected readonly copied = reading({
    params: () => this.from(),
    read: async (showId) => {
      const known = await readPricedShow(this.api, showId);
      this.draft.set(copyOf(known));
      return known.show;
    },
  });
  protected readonly draft = signal<ShowDraft>(emptyDraft());
  protected readonly problem = signal<Problem | undefined>(undefined);
  /** What the admin can do after a failure. */
  protected readonly nextStep = computed(() => {
    const problem = this.problem();
    if (problem === undefined) return '';
    if (problem.code === 'idempotency-key-reused')
      return $localize`Your show was made as you sent it first: look among the shows.`;
    if (!isWorthAskingAgain(problem)) return problem.nextStep;
    return $localize`The show may have been made already. Press again: it is never made twice.`;
  });
  protected readonly size = computed(() => sizeOf(this.draft()), { equal: sameSize });
  /** The layout of the drawn plan; nothing where a size is given. */
  protected readonly layout = layoutReading(() => chosenPlanOf(this.draft()));
  protected readonly categories = computed(() =>
    this.draft().plan === 'drawn' ? (this.layout.value()?.categories ?? []) : PLAIN_CATEGORIES,
  );
  protected readonly drawnSeats = signal(0);
  protected readonly seats = computed(() => {
    if (this.draft().plan === 'drawn') return this.drawnSeats();
    const { totalSeats, rows = 0, seatsPerRow = 0 } = this.size() ?? {};
    return totalSeats ?? rows * seatsPerRow;
  });
  /** Why there is no plan for the numbers: the message of the first field that is wrong. */
  protected readonly wrongSize = computed(() => {
    const { totalSeats, rows, seatsPerRow } = this.form;
    const errors = [totalSeats, rows, seatsPerRow]
      .filter((field) => !field().hidden())
      .flatMap((field) => field().errors());
    return errors[0]?.message ?? '';
  });
  protected readonly form: FieldTree<ShowDraft> = form(this.draft, draftRules, {
    submission: { action: () => this.create(true), onInvalid: () => focusFirstError(this.form) },
  });

  constructor() {
    effect(() => {
      const categories = this.categories();
      // While a layout is on its way, the prices stay as they are.
      if (categories.length === 0) return;
      untracked(() => this.draft.update((draft) => ({ ...draft, prices: withCategories(draft.prices, categories) })));
    });
  }

  protected choosePlan(plan: ShowDraft['plan']): void {
    this.draft.update((draft) => ({ ...draft, plan }));
  }

  protected async saveDraft(): Promise<void> {
    await submit(this.form, { action: () => this.create(false), onInvalid: () => focusFirstError(this.form) });
  }

  private async create(publish: boolean): Promise<RefusedField[] | undefined> {
    this.problem.set(undefined);
    const moments = await momentsOf(this.draft());
    if (Array.isArray(moments)) return skippedTimes(moments, this.form);
    try {
      const show = await this.maker.make(requestOf(this.draft(), moments, publish));
      this.news.leave(newsOf(show));
      await this.router.navigate(['/admin/shows', show.id], { replaceUrl: true });
      return undefined;
    } catch (error) {
      const problem = readProblem(error);
      const refused = problem.fields.map((refusal) => typedRefusal(refusal, this.draft().prices));
      return placeRefusals(this.form, refused, () => this.problem.set(problem));
    }
  }
}

function newsOf({ status, totalSeats }: AdminShowResponse): string {
  const seats = writeNumber(totalSeats);
  return counted(
    totalSeats,
    status === 'DRAFT'
      ? $localize`{n, plural, =1 {Saved as a draft. 1 seat is laid out.} other {Saved as a draft. ${seats}:seats: seats are laid out.}}`
      : $localize`{n, plural, =1 {The show is on sale. 1 seat is waiting.} other {The show is on sale. ${seats}:seats: seats are waiting.}}`,
  );
}

function sameSize(one: ReturnType<typeof sizeOf>, other: ReturnType<typeof sizeOf>): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
