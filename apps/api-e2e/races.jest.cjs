/** The slow suite: `nx run api-e2e:races`. Not named jest.config, so that `npm test` leaves it out. */
module.exports = {
  ...require('../../jest.preset.js').node('api-e2e-races'),
  testMatch: ['<rootDir>/src/races/**/*.spec.ts'],
  testTimeout: 900_000,
  // Races measure: one file after the other.
  maxWorkers: 1,
};
