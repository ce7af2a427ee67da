import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstPassword } from '@modex/api-accounts';
import { isSameEmail } from '@modex/domain';
import { StartError } from '../start/start-error';
import { Environment } from './environment';

/** Secrets that the first start generates if the environment does not name them. */
export interface Secrets {
  readonly sessionSecret: string;
  readonly admin: { readonly email: string; readonly password: string };
  /** Where the admin's sign-in stands; undefined when the environment gave it. */
  readonly adminFile: string | undefined;
  /** Whether the admin's sign-in was just generated and must be shown. */
  readonly isNewAdmin: boolean;
}

/**
 * Reads the secrets of DATA_DIR and generates missing ones; only the owner of the files can read them.
 * @throws StartError when the folder or a file in it cannot be used
 */
export function loadSecrets(env: Environment): Secrets {
  try {
    return readSecrets(env);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new StartError(`DATA_DIR ${env.dataDir} cannot be used: ${error.message}. It must be a folder to write in.`);
  }
}

/** An error of the file system. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return typeof error === 'object' && error !== null && 'syscall' in error;
}

function readSecrets(env: Environment): Secrets {
  mkdirSync(env.dataDir, { recursive: true, mode: 0o700 });
  const sessionSecret = env.sessionSecret ?? keptSecret(join(env.dataDir, 'session-secret'));
  if (env.adminPassword !== undefined) {
    const admin = { email: env.adminEmail ?? 'admin@modex.local', password: env.adminPassword };
    return { sessionSecret, admin, adminFile: undefined, isNewAdmin: false };
  }
  const adminFile = join(env.dataDir, 'admin.json');
  const made = { email: env.adminEmail ?? 'admin@modex.local', password: firstPassword() };
  const { text, isNew } = keep(adminFile, () => JSON.stringify(made, null, 2));
  const admin = readAdmin(text, adminFile);
  if (env.adminEmail !== undefined && !isSameEmail(env.adminEmail, admin.email)) {
    const way = 'set ADMIN_PASSWORD too, or remove the file: a new password is made.';
    throw new StartError(`ADMIN_EMAIL ${env.adminEmail} is not the admin ${admin.email} of ${adminFile}; ${way}`);
  }
  return { sessionSecret, admin, adminFile, isNewAdmin: isNew };
}

function keptSecret(file: string): string {
  const { text } = keep(file, randomSecret);
  if (text.length >= 32) return text;
  throw new StartError(
    `${file} is damaged; restore it, or remove it: a new one is made, and everybody signs in again.`,
  );
}

function readAdmin(text: string, file: string): Secrets['admin'] {
  try {
    const { email, password } = JSON.parse(text) as Partial<Secrets['admin']>;
    if (typeof email === 'string' && typeof password === 'string') return { email, password };
  } catch (error) {
    if ((error as Error).name !== 'SyntaxError') throw error;
  }
  throw new StartError(`${file} is damaged; restore it, or remove it: a new password is made for the admin.`);
}

/** The text of the file; if there is none, it is generated and stored, completely or not at all. */
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
