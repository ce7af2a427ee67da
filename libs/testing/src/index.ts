export * from './command-log';
export * from './eventually';
export * from './fresh-database';
export * from './faults';
export * from './test-api';
export * from './test-client';
export * from './test-show';
