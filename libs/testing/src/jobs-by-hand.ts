import { Injectable } from '@nestjs/common';
import { Job, Jobs } from '@modex/api-core';

/** The jobs of a test: they run when they are told to, as long as they like, and what goes wrong is thrown. */
@Injectable()
export class JobsByHand extends Jobs {
  private readonly byHand: Job[] = [];

  override add(job: Job): void {
    this.byHand.push(job);
  }

  override onApplicationBootstrap(): void {
    // No rounds of their own: a test would not know when they come.
  }

  /** One round of each. */
  async run(): Promise<void> {
    for (const job of this.byHand) await job.run({ isSpent: false });
  }
}
