import { Injectable } from '@nestjs/common';
import { Sweeper, SweepTask } from '@modex/api-core';

/** The sweeper of a test: it sweeps when it is told to, and what goes wrong is thrown. */
@Injectable()
export class SweepByHand extends Sweeper {
  private readonly byHand: SweepTask[] = [];

  override add(task: SweepTask): void {
    this.byHand.push(task);
  }

  override onApplicationBootstrap(): void {
    // No rounds of its own: a test would not know when they come.
  }

  /** One round of all tasks. */
  async sweep(): Promise<void> {
    for (const task of this.byHand) await task.sweep();
  }
}
