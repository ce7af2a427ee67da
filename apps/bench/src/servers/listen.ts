import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Lets a server listen on a free port of this machine. @returns its address */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The same for a process that does nothing else: it prints the address and ends with SIGTERM. */
export async function serveAlone(server: Server): Promise<void> {
  process.once('SIGTERM', () => process.exit(0));
  process.stdout.write(`${await listen(server)}\n`);
}
