const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * Jest reporter: leaves the totals of a run in dist/test-results, with the names of what failed, where the continuous
 * integration adds them up.
 */
module.exports = class ResultsReporter {
  constructor(_globalConfig, { name }) {
    this.file = join(__dirname, '../../dist/test-results', `${name}.json`);
  }

  onRunComplete(_contexts, results) {
    const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = results;
    const totals = {
      passed: numPassedTests,
      failed: numFailedTests + numRuntimeErrorTestSuites,
      skipped: numPendingTests,
      names: results.testResults.flatMap(failuresOf),
    };
    mkdirSync(join(this.file, '..'), { recursive: true });
    writeFileSync(this.file, JSON.stringify(totals) + '\n');
  }
};

/** The failed tests of a file; the file itself where it could not run. */
function failuresOf({ testFilePath, testExecError, testResults }) {
  if (testExecError) return [testFilePath];
  return testResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
}
