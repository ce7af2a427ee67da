export { eventually } from './eventually';
export { before, connectionLost, killAt, loseAnswer, loseRequest } from './faults';
export { freshDatabase } from './fresh-database';
export type { FreshDatabase } from './fresh-database';
export { inDays } from './in-days';
export { KeptLines } from './kept-lines';
export { LiveStream } from './live-stream';
export { inShort } from './seat-names';
export type { TestReply } from './test-client';
