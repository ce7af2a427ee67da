export const BOUNDARY = '@nx/enforce-module-boundaries';
export const RESTRICTED = 'no-restricted-imports';

/** What stands where, and the rule that must object; undefined: nobody objects. */
export type Case = readonly [fact: string, path: string, code: string, rule: string | undefined, words?: RegExp];
