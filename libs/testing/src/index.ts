export { eventually } from './eventually';
export { before, connectionLost, killAt, loseAnswer, loseRequest } from './faults';
export { freshDatabase } from './fresh-database';
export { startTestApi } from './test-api';
export type { SignedInUser, TestApi } from './test-api';
export { inDays } from './test-show';
export type { NewTestShow, TestShow } from './test-show';
