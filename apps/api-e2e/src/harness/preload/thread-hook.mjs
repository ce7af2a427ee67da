/**
 * Loaded into a server by `node --import` for tests alone: the thread of its embedded database ends on SIGUSR2.
 * With E2E_THREAD `hasty` that thread acknowledges before it commits, to show that a test sees the loss.
 */
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const require = createRequire(import.meta.url);
/** How long a hasty thread keeps what it has acknowledged to itself, in milliseconds. */
const HASTE_MS = 500;

if (isMainThread) makeMortal();
else if (process.env.E2E_THREAD === 'hasty') makeHasty();

function makeMortal() {
  const threads = require('node:worker_threads');
  threads.Worker = class extends threads.Worker {
    constructor(...given) {
      super(...given);
      const end = () => void this.terminate();
      process.on('SIGUSR2', end);
      this.once('exit', () => process.off('SIGUSR2', end));
    }
  };
  syncBuiltinESMExports();
  // Between two threads the signal ends nothing, above all not the process.
  process.on('SIGUSR2', () => undefined);
}

/** Many batches share one transaction, although their answers leave at once. */
function makeHasty() {
  const { StatementSync } = require('node:sqlite');
  const run = StatementSync.prototype.run;
  let hasBegun = false;
  let committedAt = performance.now();
  StatementSync.prototype.run = function (...given) {
    const { sourceSQL } = this;
    if (sourceSQL === 'BEGIN IMMEDIATE') {
      if (hasBegun) return undefined;
      hasBegun = true;
    } else if (sourceSQL === 'COMMIT') {
      if (performance.now() - committedAt < HASTE_MS) return undefined;
      committedAt = performance.now();
      hasBegun = false;
    }
    return run.apply(this, given);
  };
}
