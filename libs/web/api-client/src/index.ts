export * from './generated';
export * from './problem';
export * from './problem-words';
