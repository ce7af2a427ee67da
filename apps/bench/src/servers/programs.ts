import { join } from 'node:path';
import type { Strategy } from '../floor/strategies';
import type { Program } from './child';
import type { ModexName, ServerName } from './server';

export const ADMIN = { email: 'bench@example.org', password: 'curtain-up-at-eight' } as const;
const SESSION_SECRET = 'a secret of the bench that nobody else needs';
const HTTP = /http:\/\/127\.0\.0\.1:\d+/;
const built = (path: string): string => join(process.cwd(), 'dist', path);

/** What a server that is started must be told. */
export interface Surroundings {
  readonly mongodbUri: string;
  /** A folder of its own. */
  readonly folder: string;
  /** Folder for a profile of Modex's processor time; undefined for none. */
  readonly profile: string | undefined;
}

/** Modex as `npm start` starts it in production, without limits of rates: all customers come from one address. */
export function modexProgram(name: ModexName, { mongodbUri, folder, profile }: Surroundings): Program {
  const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  return {
    args: ['--enable-source-maps', ...profiling, built('apps/api/main.js')],
    env: {
      PROCESSES: name === 'modex' ? '1' : '2',
      NODE_ENV: 'production',
      PORT: '0',
      DATA_DIR: folder,
      MONGODB_URI: mongodbUri,
      SESSION_SECRET,
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
      RATE_LIMITS: 'off',
    },
    address: HTTP,
  };
}

/** Any server but Modex. @param modex the address of Modex, whose answers a floor keeps */
export function otherProgram(name: Exclude<ServerName, ModexName>, mongodbUri: string, modex: string): Program {
  const env = { NODE_ENV: 'production', MONGODB_URI: mongodbUri, SESSION_SECRET };
  if (name === 'literal') return { args: [built('bench/literal/main.js')], env, address: HTTP };
  const strategy: Strategy = name === 'bulk write' || name === 'transaction' ? name : 'lock loop';
  return { args: [built('bench/floor/main.js')], env: { ...env, MODEX: modex, STRATEGY: strategy }, address: HTTP };
}
