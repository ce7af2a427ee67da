module.exports = {
  ...require('../../jest.preset.js').node('api-e2e'),
  testMatch: ['<rootDir>/src/{harness,journeys}/**/*.spec.ts'],
  testTimeout: 300_000,
  // Each file starts servers of its own; more at once only slows them all down.
  maxWorkers: 2,
};
