import { BeforeApplicationShutdown, Injectable, Logger, OnApplicationBootstrap } from '@nestjs/common';
import { SweepTask } from './sweep-task';

/** Pause between two rounds. With the lease it bounds how long a crash can keep a seat: lease + 5 s. */
const PAUSE_MS = 2_000;

/** Runs the sweep tasks of all rooms, one round after the other, until the application stops. */
@Injectable()
export class Sweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Sweeper.name);
  private readonly tasks: SweepTask[] = [];
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();

  /** Adds a task; called by a room when it is wired. */
  add(task: SweepTask): void {
    this.tasks.push(task);
  }

  onApplicationBootstrap(): void {
    this.timer = setTimeout(() => this.runRound(), PAUSE_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.round;
  }

  private runRound(): void {
    this.round = this.sweepAll().then(() => {
      if (this.timer !== undefined) this.timer = setTimeout(() => this.runRound(), PAUSE_MS);
    });
  }

  /** A task that fails (the database may be away) is tried again in the next round. */
  private async sweepAll(): Promise<void> {
    for (const task of this.tasks) {
      try {
        await task.sweep();
      } catch (error) {
        this.logger.warn(`${task.name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
}
