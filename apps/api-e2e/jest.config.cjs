/** What is about HTTP alone, or about the embedded database: once more on a server would show the same again. */
const ONCE = ['abuse', 'behind-a-proxy', 'hangers-on', 'image', 'odd-requests', 'tcp-proxy'];
const isOnServer = (process.env.TEST_MONGODB_URI ?? '') !== '';

module.exports = {
  ...require('../../jest.preset.js').node('api-e2e'),
  testMatch: ['<rootDir>/src/{harness,journeys}/**/*.spec.ts'],
  testPathIgnorePatterns: isOnServer ? ONCE.map((name) => `/${name}[.]spec[.]ts$`) : [],
  testTimeout: 300_000,
  // Each file starts servers of its own; more at once only slows them all down.
  maxWorkers: 2,
};
