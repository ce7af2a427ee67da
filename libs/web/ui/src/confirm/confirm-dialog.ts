import { Component, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { Confirmation, Confirmed } from './confirmation';

/** Asks before something that cannot be taken back; closes with a `Confirmed` only for the button that does it. */
@Component({
  imports: [MatButtonModule, MatDialogModule],
  template: `
    <h2 id="confirm-heading">{{ question.headline }}</h2>
    <ul id="confirm-consequences">
      @for (consequence of question.consequences; track consequence) {
        <li>{{ consequence }}</li>
      }
    </ul>
    @if (question.why; as label) {
      <div class="why">
        <label for="confirm-why">{{ label }} <span i18n>optional</span></label>
        <textarea
          #reason
          id="confirm-why"
          rows="2"
          dir="auto"
          [attr.maxlength]="question.longest ?? null"
          [value]="why()"
          (input)="why.set(reason.value)"
        ></textarea>
      </div>
    }
    @if (question.understood; as words) {
      <label class="understood">
        <input type="checkbox" [checked]="understood()" (change)="understood.set(!understood())" />
        <span>{{ words }}</span>
      </label>
    }
    <div class="actions">
      <button matButton="outlined" type="button" [mat-dialog-close]="undefined" class="keep">
        {{ question.keep }}
      </button>
      <button
        matButton="filled"
        type="button"
        class="confirm"
        disabledInteractive
        [disabled]="!understood()"
        (click)="confirm()"
      >
        {{ question.confirm }}
      </button>
    </div>
  `,
  styleUrl: './confirm-dialog.scss',
})
export class ConfirmDialog {
  private readonly dialog = inject<MatDialogRef<ConfirmDialog, Confirmed>>(MatDialogRef);
  protected readonly question = inject<Confirmation>(MAT_DIALOG_DATA);
  protected readonly why = signal('');
  protected readonly understood = signal(this.question.understood === undefined);

  protected confirm(): void {
    if (this.understood()) this.dialog.close({ why: this.why().trim() });
  }
}
