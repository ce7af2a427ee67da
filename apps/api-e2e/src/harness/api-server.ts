import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Child, type Exit } from './child';
import { HttpClient } from './http';
import { newFolder, removeFolder, WORKSPACE } from './workspace';

const MAIN = join(WORKSPACE, 'dist/apps/api/main.js');
const preload = (name: string): string =>
  pathToFileURL(join(WORKSPACE, `apps/api-e2e/src/harness/preload/${name}.mjs`)).href;
/** A start on a loaded machine takes seconds. */
const START_LIMIT_MS = 180_000;

/** The sign-in that tests give to the first admin. */
export const ADMIN = { email: 'admin@example.org', password: 'curtain-up-at-eight' } as const;

/** The moment at which a server ends or pauses itself, found by the preload that watches its driver. */
export interface KillPoint {
  /** Step of the protocol, as the preload names it. */
  readonly phase: string;
  /** Which occurrence of the step since the start, from 1. */
  readonly nth: number;
  readonly when: 'before' | 'after';
  /**
   * `SIGKILL` and `SIGSTOP` for the process; `reset` breaks the connection to the database; with `wait` this one command
   * waits for SIGUSR2. Of the last two stderr tells.
   */
  readonly action: 'SIGKILL' | 'SIGSTOP' | 'reset' | 'wait';
}

/** What a server says on stderr when its point is reached; of a signal its process tells. */
export const TOLD_AT_POINT = { wait: 'waiting at the point', reset: 'connection broken at the point' } as const;

/** A step of the protocol at which something happens to a server, with the words for it in reports. */
export interface NamedStep {
  readonly name: string;
  readonly point: Omit<KillPoint, 'action'>;
}

/** How to start a server; what is left out has the product's own default. */
export interface ServerStart {
  /** Connection string; undefined: the embedded database of the server itself. */
  readonly mongodbUri?: string;
  readonly dataDir?: string;
  /** Further variables; an empty value takes one out. */
  readonly env?: Readonly<Record<string, string>>;
  readonly killPoint?: KillPoint;
  /** A guard to remove, as the preload names it: the test must then see a violation. */
  readonly control?: string;
  /** What becomes of the thread of an embedded database. */
  readonly thread?: ThreadFate;
  /** How many processes serve; undefined: the one that is started. */
  readonly processes?: number;
  /** One in so many of the messages that its processes send each other is lost. */
  readonly losses?: number;
  /** How far its clock is ahead, in milliseconds; negative: behind. */
  readonly clockOffMs?: number;
}

/** `mortal`: it ends whenever the process gets SIGUSR2; `hasty`: it also acknowledges what it has not committed yet. */
export type ThreadFate = 'mortal' | 'hasty';

/** Prepares the process of the API, without waiting for it to listen. A folder made for it is removed when it ends. */
export function spawnServer(start: ServerStart): Child {
  if (start.dataDir !== undefined) return spawnIn(start.dataDir, start);
  const dataDir = newFolder();
  const child = spawnIn(dataDir, start);
  void child.exit.then(() => removeFolder(dataDir));
  return child;
}

function spawnIn(dataDir: string, start: ServerStart): Child {
  const { mongodbUri, killPoint, control, thread, losses, clockOffMs } = start;
  const hooks = [
    ...(killPoint === undefined && control === undefined ? [] : ['driver-hook']),
    ...(thread === undefined ? [] : ['thread-hook']),
    ...(losses === undefined ? [] : ['channel-hook']),
    ...(clockOffMs === undefined ? [] : ['clock-hook']),
  ];
  return new Child({
    args: [
      '--enable-source-maps',
      ...hooks.flatMap((hook) => ['--import', preload(hook)]),
      MAIN,
      ...processesOf(start),
    ],
    env: given({
      PORT: '0',
      DATA_DIR: dataDir,
      // All buyers of a test come from one address, as often as they like; the limits have a test of their own.
      RATE_LIMITS: 'off',
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
      ...(mongodbUri === undefined ? {} : { MONGODB_URI: mongodbUri }),
      ...(killPoint === undefined ? {} : { E2E_KILL_POINT: JSON.stringify(killPoint) }),
      ...(control === undefined ? {} : { E2E_CONTROL: control }),
      ...(thread === undefined ? {} : { E2E_THREAD: thread }),
      ...(losses === undefined ? {} : { E2E_LOSSES: String(losses) }),
      ...(clockOffMs === undefined ? {} : { E2E_CLOCK_MS: String(clockOffMs) }),
      ...start.env,
    }),
  });
}

function processesOf({ processes }: ServerStart): string[] {
  return processes === undefined ? [] : ['--processes', String(processes)];
}

/** The variables that have a value; an empty one is the same as none. */
function given(env: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}

/** A server that listens. */
export class ApiServer {
  readonly child: Child;
  readonly http: HttpClient;

  private constructor(child: Child, address: string) {
    this.child = child;
    this.http = new HttpClient(address);
  }

  static async start(start: ServerStart = {}): Promise<ApiServer> {
    const child = spawnServer(start);
    try {
      return new ApiServer(child, await child.saying(/Modex is open\s+(\S+)/, START_LIMIT_MS));
    } catch (error) {
      await child.kill();
      throw error;
    }
  }

  /** Ends it as an operator does. */
  async stop(signal: 'SIGINT' | 'SIGTERM' = 'SIGTERM'): Promise<Exit> {
    const exit = await this.child.stop(signal);
    this.http.close();
    return exit;
  }

  async kill(): Promise<void> {
    await this.child.kill();
    this.http.close();
  }
}
