import { BeforeApplicationShutdown, Injectable, Logger, OnApplicationBootstrap } from '@nestjs/common';
import { Budget, Job } from './job';

/** Runs the jobs of all rooms, each in its own rhythm and none waiting for another, until the application stops. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Jobs.name);
  private readonly jobs: Job[] = [];
  private readonly timers = new Map<Job, NodeJS.Timeout>();
  private readonly rounds = new Map<Job, Promise<void>>();
  private isStopping = false;

  /** Adds a job; called by a room when it is wired. */
  add(job: Job): void {
    this.jobs.push(job);
  }

  onApplicationBootstrap(): void {
    for (const job of this.jobs) this.schedule(job);
  }

  /** Ends all rounds that run, and waits for them. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    await Promise.all(this.rounds.values());
  }

  private schedule(job: Job): void {
    if (this.isStopping) return;
    this.timers.set(
      job,
      setTimeout(() => this.begin(job), job.pauseMs),
    );
  }

  private begin(job: Job): void {
    const round = this.runRound(job).then(() => this.schedule(job));
    this.rounds.set(job, round);
  }

  /** A job that fails (the database may be away) is tried again in its next round. */
  private async runRound(job: Job): Promise<void> {
    try {
      await job.run(this.budgetOf(job));
    } catch (error) {
      this.logger.warn(`${job.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private budgetOf({ budgetMs }: Job): Budget {
    const end = performance.now() + budgetMs;
    const isSpent = (): boolean => this.isStopping || performance.now() >= end;
    return {
      get isSpent() {
        return isSpent();
      },
    };
  }
}
