import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const BUILT = join(process.cwd(), 'dist/apps/api');
/** How long who was told 503 waits before the same request, in milliseconds. */
const AGAIN_MS = 200;
const ADMIN = { ADMIN_EMAIL: 'bench@example.org', ADMIN_PASSWORD: 'a bench of its own' } as const;

/** A program that was started, with the address that it printed. */
export interface Started {
  readonly address: string;
  /** Ends it and waits until it has ended. */
  stop(): Promise<void>;
}

/** Who asks: the token of a session. */
export interface Session {
  readonly userId: string;
  readonly token: string;
}

/** The embedded database in a process of its own. @param path the folder of its files */
export async function startEngine(path: string): Promise<Started> {
  const args = [join(process.cwd(), 'libs/embedded-mongo/dist/cli.js'), 'serve', '--path', path];
  return start(spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] }), /mongodb:\S+/);
}

/** The API as it is built, on this database. @param dataDir the folder of its secrets */
export async function startApi(mongodbUri: string, dataDir: string): Promise<Started> {
  const env = { ...process.env, ...ADMIN, MONGODB_URI: mongodbUri, DATA_DIR: dataDir, PORT: '0', RATE_LIMITS: 'off' };
  const api = spawn(process.execPath, [join(BUILT, 'main.js')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  return start(api, /http:\/\/127\.0\.0\.1:\d+/);
}

/** One request; it is sent again while the answer is 503. @returns the body of the answer @throws unless it is 2xx */
export async function ask<Body>(api: Started, path: string, request: Asked = {}): Promise<Body> {
  const key = randomUUID();
  let response = await send(api, path, { ...request, key });
  while (response.status === 503) {
    process.stderr.write(`${path}: 503, sent again\n`);
    await pause(AGAIN_MS);
    response = await send(api, path, { ...request, key });
  }
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Body;
}

async function send({ address }: Started, path: string, request: Asked & { readonly key: string }): Promise<Response> {
  const { session, body, key, method = body === undefined ? 'GET' : 'POST' } = request;
  return fetch(`${address}/api${path}`, {
    method,
    headers: {
      'idempotency-key': key,
      ...(session && { authorization: `Bearer ${session.token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

export interface Asked {
  readonly session?: Session;
  readonly body?: unknown;
  readonly method?: 'GET' | 'POST';
}

export function signInAdmin(api: Started): Promise<Session> {
  return ask(api, '/auth/login', { body: { email: ADMIN.ADMIN_EMAIL, password: ADMIN.ADMIN_PASSWORD } });
}

async function start(child: ChildProcess, pattern: RegExp): Promise<Started> {
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [found] = pattern.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`it ended with ${code} before it had started`)));
  });
  const stop = async (): Promise<void> => {
    const ended = once(child, 'exit');
    if (child.kill('SIGTERM')) await ended;
  };
  return { address, stop };
}
