import { Injectable } from '@angular/core';

/** A message that one page of the admin area leaves for the next one, such as "The show is on sale". */
@Injectable()
export class AdminNews {
  private headline = '';

  leave(headline: string): void {
    this.headline = headline;
  }

  /** Takes the message, so that it is shown once; empty when there is none. */
  take(): string {
    const headline = this.headline;
    this.headline = '';
    return headline;
  }
}
