export * from './generated';
export * from './pages';
export * from './problem';
export * from './problem-words';
