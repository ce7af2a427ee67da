import type { IncomingMessage, ServerResponse } from 'node:http';
import { Client } from '../load/client';

/** Headers without which the bytes of an answer mean something else. */
const KEPT_HEADERS = ['content-type', 'content-encoding', 'etag', 'vary'] as const;

/** An answer that only has to be sent. */
interface Kept {
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Answers reads with bytes that Modex once answered, from memory: no server can do less. A reader that already has the
 * version gets 304.
 */
export class KeptAnswers {
  private readonly byPath = new Map<string, Kept>();
  private readonly modex: Client;

  /** @param modex the address of the Modex whose answers it keeps */
  constructor(modex: string) {
    this.modex = new Client(modex);
  }

  async answer({ url: path = '', headers }: IncomingMessage, response: ServerResponse): Promise<void> {
    const kept = this.byPath.get(path) ?? (await this.learn(path));
    if (headers['if-none-match'] === kept.headers['etag']) {
      response.writeHead(304, { etag: kept.headers['etag'] }).end();
    } else {
      response.writeHead(200, kept.headers).end(kept.bytes);
    }
  }

  private async learn(path: string): Promise<Kept> {
    const { status, headers, bytes } = await this.modex.send({ method: 'GET', path });
    if (status !== 200) throw new Error(`${path}: Modex answered ${status}`);
    const ofBytes = KEPT_HEADERS.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]]));
    const kept = { bytes, headers: { ...Object.fromEntries(ofBytes), 'content-length': String(bytes.length) } };
    this.byPath.set(path, kept);
    return kept;
  }
}
