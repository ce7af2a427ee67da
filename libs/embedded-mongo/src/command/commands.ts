import { aggregate } from './aggregate';
import { embeddedBackup } from './backup';
import { COLLECTION_COMMANDS } from './collections';
import type { Command } from './command';
import { count } from './count';
import { CURSOR_COMMANDS } from './cursor-commands';
import { deleteCommand } from './delete';
import { distinct } from './distinct';
import { find } from './find';
import { findAndModify } from './find-and-modify';
import { CONNECTION_COMMANDS } from './hello';
import { INDEX_COMMANDS } from './indexes';
import { insert } from './insert';
import { INSPECTION_COMMANDS } from './inspection';
import { update } from './update';

/** Every command there is, by its name on the wire; any other is refused with 59. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  ...CONNECTION_COMMANDS,
  ...CURSOR_COMMANDS,
  ...COLLECTION_COMMANDS,
  ...INDEX_COMMANDS,
  ...INSPECTION_COMMANDS,
  insert,
  find,
  update,
  delete: deleteCommand,
  findAndModify,
  findandmodify: findAndModify,
  count,
  distinct,
  aggregate,
  embeddedBackup,
};
