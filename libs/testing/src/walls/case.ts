export const BOUNDARY = '@nx/enforce-module-boundaries';
export const RESTRICTED = 'no-restricted-imports';

/** A text at a path, and the rule that must report it; undefined: none. */
export type Case = readonly [fact: string, path: string, code: string, rule: string | undefined, words?: RegExp];
