import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Environment } from './environment';

/** What the first start makes up when the environment does not say it. */
export interface Secrets {
  readonly sessionSecret: string;
  readonly admin: { readonly email: string; readonly password: string };
  /** Where the admin's sign-in stands; undefined when the environment gave it. */
  readonly adminFile: string | undefined;
  /** The admin's sign-in was made up just now and must be shown. */
  readonly isNewAdmin: boolean;
}

/** Letters and digits that nobody mixes up when reading aloud. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Reads the secrets of DATA_DIR, making up what is missing; its files are readable by their owner alone. */
export function loadSecrets(env: Environment): Secrets {
  mkdirSync(env.dataDir, { recursive: true, mode: 0o700 });
  const sessionSecret = env.sessionSecret ?? keep(join(env.dataDir, 'session-secret'), randomSecret).text;
  if (env.adminPassword !== undefined) {
    const admin = { email: env.adminEmail ?? 'admin@modex.local', password: env.adminPassword };
    return { sessionSecret, admin, adminFile: undefined, isNewAdmin: false };
  }
  const adminFile = join(env.dataDir, 'admin.json');
  const made = { email: env.adminEmail ?? 'admin@modex.local', password: randomPassword() };
  const { text, isNew } = keep(adminFile, () => JSON.stringify(made, null, 2));
  const admin = JSON.parse(text) as Secrets['admin'];
  return { sessionSecret, admin, adminFile, isNewAdmin: isNew };
}

/** The text of the file; made and stored whole or not at all when there is none. */
function keep(file: string, make: () => string): { text: string; isNew: boolean } {
  if (existsSync(file)) return { text: readFileSync(file, 'utf8').trim(), isNew: false };
  const text = make();
  writeFileSync(`${file}.new`, text + '\n', { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return { text, isNew: true };
}

function randomSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Four groups of four, about 79 bits. */
function randomPassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
