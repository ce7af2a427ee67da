import { Component, ElementRef, inject, signal, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { AdminPersonResponse } from '@modex/web-api-client';
import {
  Eyebrow,
  Heading,
  HeadingFocus,
  isolated,
  Notice,
  Page,
  PageStates,
  Skeleton,
  TimePipe,
  WriteButton,
  WriteGate,
} from '@modex/web-ui';
import { FirstPassword } from './first-password';
import { NewAdmin } from './new-admin';
import { PeopleActions } from './people-actions';

/** The page of the admins: the list, a form for another one, a new password, and removing one. */
@Component({
  imports: [
    Eyebrow,
    FirstPassword,
    Heading,
    MatButtonModule,
    NewAdmin,
    Notice,
    Page,
    PageStates,
    RouterLink,
    Skeleton,
    TimePipe,
    WriteButton,
  ],
  providers: [PeopleActions, WriteGate],
  templateUrl: './people-page.html',
  styleUrl: './people-page.scss',
})
export class PeoplePage {
  private readonly focus = inject(HeadingFocus);

  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  protected readonly actions = inject(PeopleActions);
  protected readonly said = signal('');

  protected readonly gone = {
    headline: $localize`This admin was removed meanwhile`,
    nextStep: $localize`The list below is up to date.`,
  };

  protected renewalLabel({ name, email }: AdminPersonResponse): string {
    return $localize`New password for ${name}:name:, ${email}:email:`;
  }

  protected removalLabel({ name, email }: AdminPersonResponse): string {
    return $localize`Remove ${name}:name:, ${email}:email:`;
  }

  protected async renew(person: AdminPersonResponse): Promise<void> {
    this.said.set('');
    await this.actions.renew(person);
  }

  protected async remove(person: AdminPersonResponse): Promise<void> {
    this.said.set('');
    if (!(await this.actions.remove(person))) return;
    this.said.set($localize`${isolated(person.name)}:name: is no longer an admin.`);
    // The button that was pressed is gone.
    this.heading()?.nativeElement.focus();
  }

  /** The password was passed on: hides it for good. */
  protected forget(): void {
    this.focus.keep();
    this.actions.first.set(undefined);
  }
}
