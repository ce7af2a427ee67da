export * from './cookie-session';
export * from './generated';
export * from './pages';
export * from './problem';
export * from './problem-words';
export * from './reading';
export * from './visible-repeat';
