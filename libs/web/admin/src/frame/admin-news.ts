import { Injectable } from '@angular/core';

/** What one page of the admin area has to tell the next one, such as "The show is on sale". */
@Injectable()
export class AdminNews {
  private headline = '';

  leave(headline: string): void {
    this.headline = headline;
  }

  /** The news, once; empty when there is none. */
  take(): string {
    const headline = this.headline;
    this.headline = '';
    return headline;
  }
}
