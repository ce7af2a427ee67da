import { Injectable } from '@nestjs/common';
import { Job, Jobs } from '@modex/api-core';

/** The jobs of a test: they run only when the test says so, without a time limit, and throw their errors. */
@Injectable()
export class JobsByHand extends Jobs {
  private readonly byHand: Job[] = [];

  override add(job: Job): void {
    this.byHand.push(job);
  }

  override onApplicationBootstrap(): void {
    // Jobs never start by themselves, since a test would not know when.
  }

  /** One round of each. */
  async run(): Promise<void> {
    for (const job of this.byHand) await job.run({ isSpent: false });
  }
}
