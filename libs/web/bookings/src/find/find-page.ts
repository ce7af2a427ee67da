import { Component, inject, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { emailRule } from '@modex/web-account';
import { Problem, readProblem } from '@modex/web-api-client';
import {
  Control,
  EmailField,
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
import { BookingAccess } from '../access/booking-access';

/** Opens a booking on any device by what its customer has: the code of the ticket and the e-mail. */
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
    RouterLink,
    WriteButton,
    WriteForm,
  ],
  templateUrl: './find-page.html',
  styleUrl: './find-page.scss',
})
export class FindPage {
  private readonly access = inject(BookingAccess);
  private readonly router = inject(Router);

  protected readonly problem = signal<Problem | undefined>(undefined);
  private readonly wanted = signal({ code: '', email: '' });
  protected readonly form = form(
    this.wanted,
    (path) => {
      required(path.code, { message: $localize`Enter the code of your ticket.` });
      required(path.email, { message: $localize`Enter the e-mail that you booked with.` });
      emailRule(path.email);
    },
    { submission: { action: () => this.send(), onInvalid: () => focusFirstError(this.form) } },
  );

  private async send(): Promise<RefusedField[] | undefined> {
    this.problem.set(undefined);
    try {
      const { code, email: address } = this.wanted();
      const { bookingId } = await this.access.find({ code: code.trim(), email: address.trim() });
      await this.router.navigate(['/bookings', bookingId]);
      return undefined;
    } catch (error) {
      const problem = readProblem(error);
      return placeRefusals(this.form, problem.fields, () => this.problem.set(problem));
    }
  }
}
