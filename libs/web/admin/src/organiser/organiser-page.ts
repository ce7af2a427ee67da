import { Component, inject, signal } from '@angular/core';
import { FieldTree, form, FormField } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import {
  Api,
  getOrganiser,
  OrganiserResponse,
  Problem,
  reading,
  readProblem,
  setOrganiser,
} from '@modex/web-api-client';
import {
  Control,
  EmailField,
  Field,
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
import {
  differences,
  emptyOrganiser,
  formOfOrganiser,
  LINK_FIELDS,
  ORGANISER_LABELS,
  OrganiserForm,
  organiserRules,
  sentOrganiser,
} from './organiser-form';

/** Who runs the venue: what the site and the tickets say of it. If another admin saved first, the form keeps its text. */
@Component({
  imports: [
    Control,
    EmailField,
    Field,
    FormField,
    Heading,
    MatButtonModule,
    Notice,
    Page,
    PageStates,
    Skeleton,
    WriteButton,
    WriteForm,
  ],
  templateUrl: './organiser-page.html',
  styleUrl: '../details/form-page.scss',
})
export class OrganiserPage {
  private readonly api = inject(Api);

  protected readonly links = LINK_FIELDS;
  protected readonly labels = ORGANISER_LABELS;
  protected readonly reading = reading({
    params: () => ({}),
    read: async () => {
      const known = await this.api.invoke(getOrganiser);
      this.draft.set(formOfOrganiser(known));
      return known;
    },
  });
  protected readonly saved = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);
  /** What another admin wrote meanwhile. */
  protected readonly theirs = signal<ReturnType<typeof differences>>([]);
  private readonly draft = signal<OrganiserForm>(emptyOrganiser());
  protected readonly form: FieldTree<OrganiserForm> = form(this.draft, organiserRules, {
    submission: { action: () => this.save(), onInvalid: () => focusFirstError(this.form) },
  });

  private async save(): Promise<RefusedField[] | undefined> {
    const known = this.reading.value();
    if (known === undefined) return undefined;
    this.saved.set(false);
    this.problem.set(undefined);
    this.theirs.set([]);
    try {
      this.show(await this.api.invoke(setOrganiser, { body: sentOrganiser(this.draft(), known.version) }));
      this.saved.set(true);
      return undefined;
    } catch (error) {
      const problem = readProblem(error);
      if (problem.code === 'organiser-changed') await this.compare();
      return placeRefusals(this.form, problem.fields, () => this.problem.set(problem));
    }
  }

  private show(organiser: OrganiserResponse): void {
    this.draft.set(formOfOrganiser(organiser));
    this.reading.set(organiser);
  }

  /** Reads what the other admin wrote; the form keeps its text, and is sent over theirs the next time. */
  private async compare(): Promise<void> {
    try {
      const now = await this.api.invoke(getOrganiser);
      this.theirs.set(differences(this.draft(), formOfOrganiser(now)));
      this.reading.set(now);
    } catch {
      // The refusal is shown; the next attempt compares again.
    }
  }
}
