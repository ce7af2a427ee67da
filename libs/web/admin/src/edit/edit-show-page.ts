import { Component, inject, input, signal } from '@angular/core';
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
import { detailRules, detailsOf, emptyDetails, momentOf, ShowDetails, SKIPPED } from '../details/show-details';
import { ShowFields } from '../details/show-fields';
import { AdminNews } from '../frame/admin-news';
import { Clash, editOf, rebase } from './show-edit';

/** Edits a show that has not started. If another admin saved first, the form keeps its text and shows both versions. */
@Component({
  imports: [
    BackLink,
    Heading,
    MatButtonModule,
    Notice,
    Page,
    PageStates,
    RouterLink,
    ShowFields,
    Skeleton,
    WriteButton,
    WriteForm,
  ],
  templateUrl: './edit-show-page.html',
  styleUrl: './edit-show-page.scss',
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
      const show = await this.api.invoke(getAdminShow, { showId });
      this.details.set(detailsOf(show));
      return show;
    },
  });
  /** The show as it was when the form was filled from it. */
  protected readonly show = this.reading.value;
  /** Why the show was not saved. */
  protected readonly problem = signal<Problem | undefined>(undefined);
  /** The fields that another admin has changed too; undefined while nobody else has changed the show. */
  protected readonly clashes = signal<readonly Clash[] | undefined>(undefined);
  protected readonly details = signal<ShowDetails>(emptyDetails());
  protected readonly form: FieldTree<ShowDetails> = form(this.details, detailRules, {
    submission: { action: () => this.save(), onInvalid: () => focusFirstError(this.form) },
  });

  private async save(): Promise<RefusedField[] | undefined> {
    const show = this.show();
    if (show === undefined) return undefined;
    this.problem.set(undefined);
    this.clashes.set(undefined);
    const startTime = await momentOf(this.details());
    if (startTime === undefined) return [{ kind: 'skipped', fieldTree: this.form.startTime, message: SKIPPED }];
    try {
      await this.api.invoke(editShow, { showId: show.id, body: editOf(show, this.details(), startTime) });
      this.news.leave($localize`The show is changed. Those who booked before see what is new.`);
      await this.router.navigate(['/admin/shows', show.id], { replaceUrl: true });
      return undefined;
    } catch (error) {
      return this.refuse(readProblem(error), show);
    }
  }

  private async refuse(problem: Problem, show: AdminShowResponse): Promise<RefusedField[]> {
    if (problem.code === 'show-changed' && (await this.compare(show))) return [];
    return placeRefusals(this.form, problem.fields, () => this.problem.set(problem));
  }

  /** Reads the show again and keeps what was written in the form. False when reading failed. */
  private async compare(before: AdminShowResponse): Promise<boolean> {
    try {
      const now = await this.api.invoke(getAdminShow, { showId: before.id });
      const { form: kept, clashes } = rebase(this.details(), detailsOf(before), detailsOf(now));
      this.details.set(kept);
      this.reading.set(now);
      this.clashes.set(clashes);
      return true;
    } catch {
      // The refusal itself is shown instead; the next attempt compares again.
      return false;
    }
  }
}
