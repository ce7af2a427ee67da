import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './database';
import { until } from './until';
import { newFolder, removeFolder, WORKSPACE } from './workspace';

const PROGRAM = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'].find((path) =>
  existsSync(path),
);

/** Whether this machine has an nginx. */
export const HAS_NGINX = PROGRAM !== undefined;

/** An nginx with the configuration that we ship, in front of one server. */
export interface Nginx {
  readonly address: string;
  close(): void;
}

/** Starts it on a port of its own. @param upstream the server's address */
export async function startNginx(upstream: string): Promise<Nginx> {
  const [folder, port] = [newFolder(), await freePort()];
  const shipped = readFileSync(join(WORKSPACE, 'docker/nginx.conf'), 'utf8')
    .replace('server modex:3000;', `server ${new URL(upstream).host};`)
    .replace('listen 80;', `listen 127.0.0.1:${port};`);
  const scratch = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((of) => `${of}_temp_path ${folder}/${of};`);
  const config = `daemon off; pid ${folder}/pid; error_log stderr; events {} http { access_log off; ${scratch.join(' ')}\n${shipped}}`;
  writeFileSync(join(folder, 'nginx.conf'), config);
  const nginx = spawn(PROGRAM as string, ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' });
  nginx.once('close', () => removeFolder(folder));
  const address = `http://127.0.0.1:${port}`;
  await until('nginx to listen', 60_000, () =>
    fetch(address).then(
      () => true,
      () => undefined,
    ),
  );
  return { address, close: () => void nginx.kill() };
}
