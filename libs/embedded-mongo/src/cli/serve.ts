import { once } from 'node:events';
import { startEmbeddedMongo } from '../server/start';
import { DURABILITIES } from '../storage/database-file';
import type { CliOptions } from './cli-options';

/** Runs the database until SIGTERM or SIGINT; prints its address when it is ready. */
export async function serve({ path = '', port, database, durability }: CliOptions): Promise<number> {
  const chosen = DURABILITIES.find((it) => it === (durability ?? 'full'));
  if (!chosen) throw new Error(`--durability is one of ${DURABILITIES.join(', ')}`);
  const portNumber = port === undefined ? undefined : Number(port);
  if (portNumber !== undefined && !(Number.isInteger(portNumber) && portNumber >= 0 && portNumber < 65536)) {
    throw new Error('--port is a number from 0 to 65535');
  }
  const running = await startEmbeddedMongo({
    path,
    durability: chosen,
    ...(portNumber !== undefined && { port: portNumber }),
    ...(database !== undefined && { database }),
  });
  process.stdout.write(`${running.uri}\n`);
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  await running.close();
  return 0;
}
