import { computed, inject, Injectable, signal } from '@angular/core';

/**
 * How long a gate stays closed after an outcome, in milliseconds: neither a late second tap nor a page or dialog that is
 * still closing may start the same write again.
 */
export const SETTLE_MS = 700;

/** How many gates have a write under way. While there is none, writing requests are refused. */
@Injectable({ providedIn: 'root' })
export class Writes {
  readonly underWay = signal(0);
  private settledAt = 0;

  /** Whether a press was made while the outcome of the last write was still appearing. */
  isUnsettledAt({ timeStamp }: Event): boolean {
    return timeStamp < this.settledAt;
  }

  /**
   * Runs a write that follows what was chosen, while more is chosen: it takes nothing away that a late tap could miss, so
   * presses count at once. Whoever calls it makes sure that nothing is written twice.
   */
  async beside<T>(write: () => Promise<T>): Promise<T> {
    this.underWay.update((count) => count + 1);
    try {
      return await write();
    } finally {
      this.underWay.update((count) => count - 1);
    }
  }

  /** Runs a write; writing requests are let through meanwhile. */
  async during<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await this.beside(write);
    } finally {
      this.settledAt = performance.now() + SETTLE_MS;
    }
  }
}

/**
 * Lets one write at a time through, from the press until its outcome is shown. Any press meanwhile, by finger, mouse or
 * key, counts as the same intent and does nothing. Controls that must exclude each other share a gate: their component
 * provides it.
 */
@Injectable()
export class WriteGate {
  private readonly writes = inject(Writes);
  private readonly settling = signal(false);
  private opening: ReturnType<typeof setTimeout> | undefined;

  /** True from the press until the outcome. */
  readonly busy = signal(false);
  /** True while a press does nothing: also for the moment in which the outcome appears. */
  readonly closed = computed(() => this.busy() || this.settling());

  /** Runs `write` unless the gate is closed; its promise ends when the outcome is shown. False when nothing was done. */
  async pass(write: () => Promise<unknown>): Promise<boolean> {
    if (this.closed()) return false;
    this.busy.set(true);
    try {
      await this.writes.during(write);
    } finally {
      this.settle();
      this.busy.set(false);
    }
    return true;
  }

  private settle(): void {
    clearTimeout(this.opening);
    this.settling.set(true);
    this.opening = setTimeout(() => this.settling.set(false), SETTLE_MS);
  }
}
