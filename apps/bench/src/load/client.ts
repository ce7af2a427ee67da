import { Agent, type IncomingHttpHeaders, type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';

/** What browsers say they can read. */
const ENCODINGS = 'gzip, deflate, br, zstd';

/** One request. */
export interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers?: OutgoingHttpHeaders;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** What came back, the bytes as they were sent. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

/** Asks one server, over connections that stay open, as a browser would. */
export class Client {
  private readonly agent: Agent;

  /** @param connections open at once at most */
  constructor(
    private readonly address: string,
    connections = Infinity,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections, maxFreeSockets: 1_000 });
  }

  /**
   * Sends it again when the server ended a connection that was idle, just as it was to be used: a browser does the same.
   * @throws when the connection breaks before the answer is complete
   */
  send({ method, path, headers, body }: Asked): Promise<Answer> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const json =
      text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    const options = { method, agent: this.agent, headers: { 'accept-encoding': ENCODINGS, ...json, ...headers } };
    return new Promise((resolve, reject) => {
      const attempt = (): void => {
        const sent = request(this.address + path, options, (response) => collect(response).then(resolve, reject));
        sent.once('error', (error: NodeJS.ErrnoException) => {
          if (sent.reusedSocket && error.code === 'ECONNRESET') attempt();
          else reject(error);
        });
        sent.end(text);
      };
      attempt();
    });
  }

  /** Ends the connections that are idle. */
  close(): void {
    this.agent.destroy();
  }
}

async function collect(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) };
}
