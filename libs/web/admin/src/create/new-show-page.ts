import { DecimalPipe } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { FieldTree, form, FormField, FormRoot, submit } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatProgressBarModule } from '@angular/material/progress-bar';
import { Router, RouterLink } from '@angular/router';
import { AdminShowResponse, Api, createShow, Problem, readProblem } from '@modex/web-api-client';
import {
  BackLink,
  Control,
  Field,
  focusFirstError,
  Heading,
  Notice,
  Page,
  RefusedField,
  refusedFields,
  writeTime,
} from '@modex/web-ui';
import { OfficeNews } from '../frame/office-news';
import { HousePreview } from './house-preview';
import { draftRules, EMPTY_DRAFT, requestOf, ShowDraft, sizeOf } from './show-draft';
import { localInput, zoneAt } from './time-zone';

/** Puts on a show: words, time, house with its preview; as a draft or on sale at once. */
@Component({
  imports: [
    BackLink,
    Control,
    DecimalPipe,
    Field,
    FormField,
    FormRoot,
    Heading,
    HousePreview,
    MatButtonModule,
    MatProgressBarModule,
    Notice,
    Page,
    RouterLink,
  ],
  templateUrl: './new-show-page.html',
  styleUrl: './new-show-page.scss',
})
export class NewShowPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly news = inject(OfficeNews);

  protected readonly draft = signal<ShowDraft>(EMPTY_DRAFT);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly earliest = localInput(new Date());
  protected readonly size = computed(() => sizeOf(this.draft()), { equal: sameSize });
  protected readonly seats = computed(() => {
    const { totalSeats, rows = 0, seatsPerRow = 0 } = this.size() ?? {};
    return totalSeats ?? rows * seatsPerRow;
  });
  /** Why the numbers make no house: what the first field that is wrong says of itself. */
  protected readonly wrongSize = computed(() => {
    const { totalSeats, rows, seatsPerRow } = this.form;
    const errors = [totalSeats, rows, seatsPerRow]
      .filter((field) => !field().hidden())
      .flatMap((field) => field().errors());
    return errors[0]?.message ?? '';
  });
  /** The chosen time in words, and the zone it is meant in. */
  protected readonly when = computed(() => {
    const chosen = new Date(this.draft().startTime);
    if (Number.isNaN(chosen.getTime())) return `Your time zone: ${zoneAt(new Date())}.`;
    return `${writeTime(chosen.toISOString())} (${zoneAt(chosen)}).`;
  });
  protected readonly form: FieldTree<ShowDraft> = form(this.draft, (path) => draftRules(path, () => Date.now()), {
    submission: { action: () => this.create(true), onInvalid: () => focusFirstError(this.form) },
  });

  protected choosePlan(plan: ShowDraft['plan']): void {
    this.draft.update((draft) => ({ ...draft, plan }));
  }

  protected async saveDraft(): Promise<void> {
    await submit(this.form, { action: () => this.create(false), onInvalid: () => focusFirstError(this.form) });
  }

  private async create(publish: boolean): Promise<RefusedField[] | undefined> {
    this.problem.set(undefined);
    try {
      const show = await this.api.invoke(createShow, { body: requestOf(this.draft(), publish) });
      this.news.leave(newsOf(show));
      await this.router.navigate(['/admin/shows', show.id], { replaceUrl: true });
      return undefined;
    } catch (error) {
      return this.refuse(readProblem(error));
    }
  }

  private refuse(problem: Problem): RefusedField[] {
    const refused = refusedFields(this.form, problem.fields);
    if (refused.length < problem.fields.length || refused.length === 0) this.problem.set(problem);
    refused[0]?.fieldTree().focusBoundControl();
    return refused;
  }
}

function newsOf({ status, totalSeats }: AdminShowResponse): string {
  const seats = `${totalSeats.toLocaleString('en-GB')} ${totalSeats === 1 ? 'seat is' : 'seats are'}`;
  return status === 'DRAFT' ? `Saved as a draft. ${seats} laid out.` : `The show is on sale. ${seats} waiting.`;
}

function sameSize(one: ReturnType<typeof sizeOf>, other: ReturnType<typeof sizeOf>): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
