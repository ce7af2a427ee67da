export * from './error';
export * from './booking';
export * from './layout';
export * from './limits';
export * from './moves';
export * from './seat';
export * from './show';
