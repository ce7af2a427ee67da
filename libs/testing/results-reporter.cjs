const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

/** Jest reporter: leaves the totals of a run in dist/test-results, where the continuous integration adds them up. */
module.exports = class ResultsReporter {
  constructor(_globalConfig, { name }) {
    this.file = join(__dirname, '../../dist/test-results', `${name}.json`);
  }

  onRunComplete(_contexts, { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites }) {
    const totals = {
      passed: numPassedTests,
      failed: numFailedTests + numRuntimeErrorTestSuites,
      skipped: numPendingTests,
    };
    mkdirSync(join(this.file, '..'), { recursive: true });
    writeFileSync(this.file, JSON.stringify(totals) + '\n');
  }
};
