import { inject, Injectable } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { firstValueFrom } from 'rxjs';
import { REASON_WORDS } from '../form/sign-in-reason';

const SHOWN_MS = 12_000;

/** Says that the session has ended, and offers to sign in again. */
@Injectable({ providedIn: 'root' })
export class SessionEndBar {
  private readonly bars = inject(MatSnackBar);

  /** Resolves with true when the customer wants to sign in again, with false when the bar has gone. */
  async tell(): Promise<boolean> {
    const bar = this.bars.open(REASON_WORDS.ended.headline, $localize`Sign in`, {
      duration: SHOWN_MS,
      politeness: 'assertive',
    });
    return (await firstValueFrom(bar.afterDismissed())).dismissedByAction;
  }
}
