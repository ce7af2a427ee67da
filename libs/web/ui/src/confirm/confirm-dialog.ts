import { Component, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { Confirmation } from './confirmation';

/** Asks before something that cannot be taken back; closes with true only for the button that does it. */
@Component({
  imports: [MatButtonModule, MatDialogModule],
  template: `
    <h2 id="confirm-heading">{{ question.headline }}</h2>
    <ul id="confirm-consequences">
      @for (consequence of question.consequences; track consequence) {
        <li>{{ consequence }}</li>
      }
    </ul>
    @if (question.understood; as words) {
      <label>
        <input type="checkbox" [checked]="understood()" (change)="understood.set(!understood())" />
        <span>{{ words }}</span>
      </label>
    }
    <div class="actions">
      <button matButton="outlined" type="button" [mat-dialog-close]="false" class="keep">{{ question.keep }}</button>
      <button
        matButton="filled"
        type="button"
        class="confirm"
        disabledInteractive
        [disabled]="!understood()"
        [mat-dialog-close]="true"
      >
        {{ question.confirm }}
      </button>
    </div>
  `,
  styleUrl: './confirm-dialog.scss',
})
export class ConfirmDialog {
  protected readonly question = inject<Confirmation>(MAT_DIALOG_DATA);
  protected readonly understood = signal(this.question.understood === undefined);
}
