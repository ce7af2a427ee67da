import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './eventually';

const MISSING = 'These tests need redis-server, which is not installed: apt-get install redis-server';

/** A real Redis of a test's own, on a free port of this machine. It keeps nothing on the disk. */
export class RedisServer {
  readonly url: string;
  private readonly folder = mkdtempSync(join(tmpdir(), 'modex-redis-'));
  private process: ChildProcess | undefined;

  private constructor(private readonly port: number) {
    this.url = `redis://127.0.0.1:${port}`;
  }

  static async start(): Promise<RedisServer> {
    const server = new RedisServer(await freePort());
    await server.restart();
    return server;
  }

  /** Starts it again, empty. */
  async restart(): Promise<void> {
    const options = { port: this.port, bind: '127.0.0.1', dir: this.folder, save: '', appendonly: 'no' };
    const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const process = spawn('redis-server', args, { stdio: 'ignore' });
    this.process = process;
    await once(process, 'spawn').catch((error: unknown) => Promise.reject(startFailure(error)));
    await eventually(() => this.ping());
  }

  /** Stops answering, and keeps its connections: what is sent to it disappears. */
  fallSilent(): void {
    this.process?.kill('SIGSTOP');
  }

  goOn(): void {
    this.process?.kill('SIGCONT');
  }

  /** Ends it at once; connections are refused from now on. */
  async kill(): Promise<void> {
    const { process } = this;
    if (process === undefined || process.exitCode !== null || process.signalCode !== null) return;
    const exit = once(process, 'exit');
    process.kill('SIGKILL');
    await exit;
  }

  async close(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Sends commands, one a line, and returns the answer as it comes over the wire. */
  async say(...commands: readonly string[]): Promise<string> {
    const socket = connect(this.port, '127.0.0.1');
    let answer = '';
    socket.on('data', (part: Buffer) => (answer += part.toString()));
    try {
      await once(socket, 'connect');
      socket.write([...commands, 'QUIT', ''].join('\r\n'));
      await once(socket, 'close');
    } finally {
      socket.destroy();
    }
    return answer;
  }

  private async ping(): Promise<void> {
    if (!(await this.say('PING')).startsWith('+PONG')) throw new Error('Redis does not answer yet.');
  }
}

function startFailure(error: unknown): unknown {
  const isMissing = typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
  return isMissing ? new Error(MISSING) : error;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
