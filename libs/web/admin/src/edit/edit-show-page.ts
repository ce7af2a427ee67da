import { Component, computed, inject, input, signal } from '@angular/core';
import { FieldTree, form } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { AdminShowResponse, Api, editShow, getAdminShow, Problem, reading, readProblem } from '@modex/web-api-client';
import {
  BackLink,
  focusFirstError,
  Heading,
  Notice,
  Page,
  PageStates,
  placeRefusals,
  RefusedField,
  Skeleton,
  WriteButton,
  WriteForm,
} from '@modex/web-ui';
import { readPricedShow } from '../details/priced-show';
import { momentsOf, skippedTimes } from '../details/show-details';
import { ShowFields } from '../details/show-fields';
import { AdminNews } from '../frame/admin-news';
import { categoryNames } from '../prices/price-text';
import { typedRefusal } from '../prices/price-rules';
import { PricesFields } from '../prices/prices-fields';
import { Clash, editOf, emptyForm, formOf, formRules, rebase, ShowForm } from './show-edit';

/** Edits a show that has not started. If another admin saved first, the form keeps its text and shows both versions. */
@Component({
  imports: [
    BackLink,
    Heading,
    MatButtonModule,
    Notice,
    Page,
    PageStates,
    PricesFields,
    RouterLink,
    ShowFields,
    Skeleton,
    WriteButton,
    WriteForm,
  ],
  templateUrl: './edit-show-page.html',
  styleUrls: ['../details/form-page.scss', './edit-show-page.scss'],
})
export class EditShowPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly news = inject(AdminNews);

  /** The show of the address. */
  readonly showId = input.required<string>();

  protected readonly reading = reading({
    params: () => this.showId(),
    read: async (showId) => {
      const known = await readPricedShow(this.api, showId);
      this.draft.set(formOf(known.show, known.categories));
      return known;
    },
  });
  /** The show as it was when the form was filled from it. */
  protected readonly show = computed(() => this.reading.value()?.show);
  /** Those of its plan, which an edit never changes. */
  protected readonly categories = computed(() => this.reading.value()?.categories ?? []);
  /** Why the show was not saved. */
  protected readonly problem = signal<Problem | undefined>(undefined);
  /** The fields that another admin has changed too; undefined while nobody else has changed the show. */
  protected readonly clashes = signal<readonly Clash[] | undefined>(undefined);
  protected readonly draft = signal<ShowForm>(emptyForm());
  protected readonly form: FieldTree<ShowForm> = form(this.draft, formRules, {
    submission: { action: () => this.save(), onInvalid: () => focusFirstError(this.form) },
  });

  private async save(): Promise<RefusedField[] | undefined> {
    const show = this.show();
    if (show === undefined) return undefined;
    this.problem.set(undefined);
    this.clashes.set(undefined);
    const moments = await momentsOf(this.draft());
    if (Array.isArray(moments)) return skippedTimes(moments, this.form);
    const body = editOf(show, formOf(show, this.categories()), this.draft(), moments);
    try {
      await this.api.invoke(editShow, { showId: show.id, body });
      this.news.leave($localize`The show is changed. Those who booked before see what is new.`);
      await this.router.navigate(['/admin/shows', show.id], { replaceUrl: true });
      return undefined;
    } catch (error) {
      return this.refuse(readProblem(error), show);
    }
  }

  private async refuse(problem: Problem, show: AdminShowResponse): Promise<RefusedField[]> {
    if (problem.code === 'show-changed' && (await this.compare(show))) return [];
    const refused = problem.fields.map((refusal) => typedRefusal(refusal, this.draft().prices));
    return placeRefusals(this.form, refused, () => this.problem.set(problem));
  }

  /** Reads the show again and keeps what was written in the form. False when reading failed. */
  private async compare(before: AdminShowResponse): Promise<boolean> {
    try {
      const now = await this.api.invoke(getAdminShow, { showId: before.id });
      const categories = this.categories();
      const { form: kept, clashes } = rebase(
        this.draft(),
        formOf(before, categories),
        formOf(now, categories),
        categoryNames(categories),
      );
      this.draft.set(kept);
      this.reading.set({ show: now, categories });
      this.clashes.set(clashes);
      return true;
    } catch {
      // The refusal itself is shown instead; the next attempt compares again.
      return false;
    }
  }
}
