import type { Command } from './command';
import { explain } from './explain';
import { collStats, dbStats } from './stats';
import { validate } from './validate';

/** Commands for looking inside. */
export const INSPECTION_COMMANDS: Readonly<Record<string, Command>> = { explain, validate, collStats, dbStats };
