import { DomainError } from '@modex/domain';

/** How many jobs run at once, and how many may wait: in all, and for one asker. */
export interface QueueLimits {
  readonly atOnce: number;
  readonly waiting: number;
  readonly waitingOfOne: number;
}

type Job = () => Promise<void>;

/**
 * A queue for work that would slow everybody down if all of it ran at once. Askers take turns, so that hundreds of jobs of
 * one do not delay the single job of another.
 */
export class FairQueue {
  /** The waiting jobs of each asker, in the order of the next turns. */
  private readonly waiting = new Map<string, Job[]>();
  private count = 0;
  private running = 0;

  constructor(private readonly limits: QueueLimits) {}

  /**
   * Resolves with what the work resolves with.
   * @param asker who asks, such as an address
   * @throws DomainError `overloaded` at once, when too much is waiting
   */
  run<T>(asker: string, work: () => Promise<T>): Promise<T> {
    const own = this.waiting.get(asker) ?? [];
    if (this.count >= this.limits.waiting || own.length >= this.limits.waitingOfOne) {
      const detail = 'Very many people are signing in right now; try again in a few seconds.';
      return Promise.reject(new DomainError('overloaded', detail, { retryAfter: 2 }));
    }
    return new Promise<T>((resolve, reject) => {
      own.push(() => work().then(resolve, reject));
      this.waiting.set(asker, own);
      this.count++;
      this.startNext();
    });
  }

  private startNext(): void {
    if (this.running >= this.limits.atOnce) return;
    const job = this.takeNext();
    if (job === undefined) return;
    this.running++;
    void job().finally(() => {
      this.running--;
      this.startNext();
    });
  }

  /** The next job of the asker whose turn it is; if that asker has more, it goes to the end of the queue. */
  private takeNext(): Job | undefined {
    const [turn] = this.waiting;
    if (turn === undefined) return undefined;
    const [asker, jobs] = turn;
    const job = jobs.shift();
    this.waiting.delete(asker);
    if (jobs.length > 0) this.waiting.set(asker, jobs);
    this.count--;
    return job;
  }
}
