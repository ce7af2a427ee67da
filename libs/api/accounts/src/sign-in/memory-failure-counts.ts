import { LRUCache } from 'lru-cache';
import { FailureCounts, FailureKey, FailureKind } from './failure-counts';

const MINUTE_MS = 60_000;
const FIRST_WAIT_MS = MINUTE_MS;
const LONGEST_WAIT_MS = 15 * MINUTE_MS;
/** Wrong passwords are forgotten so long after the last one, and after the wait for it. */
const REMEMBERED_MS = 15 * MINUTE_MS;
/** How many keys are remembered. To push one out, an attacker has to try this many others first. */
const MOST_KEYS = 100_000;

interface Rule {
  /** Wrong passwords before the first wait; each further one doubles it. */
  readonly free: number;
  /** Whether a try during the wait makes it longer. False where innocent people share the count. */
  readonly growsByInsisting: boolean;
}

/**
 * Many people may share an address (a company, a school, a mobile network) and mistype. The count for one e-mail from
 * anywhere is shared too; it does not concern browsers that have signed in to the account before.
 */
const RULES: Readonly<Record<FailureKind, Rule>> = {
  device: { free: 20, growsByInsisting: true },
  pair: { free: 20, growsByInsisting: true },
  account: { free: 20, growsByInsisting: true },
  address: { free: 100, growsByInsisting: false },
  email: { free: 100, growsByInsisting: false },
};

interface Count {
  failures: number;
  /** Number of tries during this wait. */
  insisted: number;
  waitsSince: number;
  waitsUntil: number;
  forgottenAt: number;
}

/** Counts in this process: each instance allows the full number. */
export class MemoryFailureCounts extends FailureCounts {
  private readonly counts = new LRUCache<string, Count>({ max: MOST_KEYS });

  /** @param now milliseconds that never go back */
  constructor(private readonly now: () => number = () => performance.now()) {
    super();
  }

  async waitOf(key: FailureKey): Promise<number> {
    return this.waitNow(this.find(key));
  }

  async insist(key: FailureKey): Promise<number> {
    const count = this.find(key);
    if (RULES[key.kind].growsByInsisting && this.waitNow(count) > 0) {
      // Counted from the beginning of the wait, so that it ends however often somebody tries.
      count.insisted++;
      this.wait(key, count);
    }
    return this.waitNow(count);
  }

  async add(key: FailureKey): Promise<{ before: number; after: number }> {
    const count = this.find(key);
    const before = this.waitNow(count);
    count.failures++;
    if (before === 0) {
      count.insisted = 0;
      count.waitsSince = this.now();
    }
    this.wait(key, count);
    this.counts.set(nameOf(key), count);
    return { before, after: this.waitNow(count) };
  }

  async forget(key: FailureKey): Promise<void> {
    this.counts.delete(nameOf(key));
  }

  private find(key: FailureKey): Count {
    const known = this.counts.get(nameOf(key));
    if (known !== undefined && known.forgottenAt > this.now()) return known;
    return { failures: 0, insisted: 0, waitsSince: 0, waitsUntil: 0, forgottenAt: 0 };
  }

  private wait({ kind }: FailureKey, count: Count): void {
    const beyond = count.failures - RULES[kind].free + count.insisted;
    const length = beyond < 0 ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** beyond);
    count.waitsUntil = count.waitsSince + length;
    count.forgottenAt = Math.max(this.now(), count.waitsUntil) + REMEMBERED_MS;
  }

  private waitNow({ waitsUntil }: Count): number {
    return Math.max(0, waitsUntil - this.now());
  }
}

function nameOf({ kind, of }: FailureKey): string {
  return `${kind} ${of}`;
}
