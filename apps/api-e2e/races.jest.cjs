/** The slow suite: `nx run api-e2e:races`. Not named jest.config, so that `npm test` leaves it out. */
module.exports = {
  ...require('../../jest.preset.js').node('api-e2e-races'),
  testMatch: ['<rootDir>/src/races/**/*.spec.ts'],
  testTimeout: 900_000,
  // The scenes mostly wait. What they assert does not depend on how fast they are.
  maxWorkers: 3,
};
