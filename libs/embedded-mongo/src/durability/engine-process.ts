import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** Bundles the command line of the engine into a folder, so that plain Node can run it; the answer is the file. */
export const bundleEngine = (folder: string): string =>
  bundle(
    join(folder, 'engine.cjs'),
    "import { runEmbeddedMongoCli } from './cli/run-cli'; void runEmbeddedMongoCli(process.argv.slice(2));",
  );

/** Bundles the body of the worker thread; the answer is the file. */
export const bundleWorker = (folder: string): string =>
  bundle(
    join(folder, 'worker.cjs'),
    "import { runEmbeddedMongoWorker } from './worker/run-worker'; runEmbeddedMongoWorker();",
  );

/** As bundleWorker, and the thread ends in the way that is posted to the channel named as its folder. */
export const bundleMortalWorker = (folder: string): string =>
  bundle(
    join(folder, 'mortal-worker.cjs'),
    `import { BroadcastChannel, workerData } from 'node:worker_threads';
     import { runEmbeddedMongoWorker } from './worker/run-worker';
     runEmbeddedMongoWorker();
     const channel = new BroadcastChannel(workerData.path);
     channel.unref();
     channel.onmessage = ({ data }) => {
       if (data === 'exit') process.exit(9);
       throw new Error('a bug');
     };`,
  );

/** Bundles a process that keeps a database and says where it is, when it was started again, and why it gave up. */
export const bundleKeeper = (folder: string): string =>
  bundle(
    join(folder, 'keeper.cjs'),
    `import { keepEmbeddedMongoWorker } from './worker/keep-worker';
     const [path, workerFile] = process.argv.slice(2);
     const restarted = ({ cause }) => console.log('restarted: ' + cause);
     void keepEmbeddedMongoWorker({ path, workerFile, restarted }).then(async ({ uri, ended }) => {
       console.log(uri);
       console.log('ended: ' + (await ended).message);
     });`,
  );

function bundle(outfile: string, contents: string): string {
  buildSync({
    stdin: { contents, resolveDir: join(__dirname, '..'), loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['mongodb'],
    logLevel: 'error',
  });
  return outfile;
}

/** The engine in a process of its own. */
export class EngineProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly uri: string,
  ) {}

  /** Starts it and waits for its address. @throws Error with what it wrote when it ends first */
  static async start(file: string, options: readonly string[]): Promise<EngineProcess> {
    const child = spawn(process.execPath, [file, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
    let written = '';
    const uri = await new Promise<string>((resolve, reject) => {
      child.stderr?.on('data', (text: Buffer) => (written += text.toString()));
      child.stdout?.on('data', (text: Buffer) => resolve(text.toString().trim()));
      child.once('exit', (code) => reject(new Error(`engine ended with ${code}: ${written}`)));
    });
    return new EngineProcess(child, uri);
  }

  /** kill -9: the process gets no chance to write anything more. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }
}
