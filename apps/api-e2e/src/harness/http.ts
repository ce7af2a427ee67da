import { Agent, request, type IncomingHttpHeaders } from 'node:http';

/** What a server answers; `status` 0 with a `fault` when the connection broke before the answer. */
export interface Answer<Body> {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Body;
  readonly fault: string | undefined;
  /** When it was sent and when the answer was complete, in milliseconds of performance.now(). */
  readonly sentAt: number;
  readonly endedAt: number;
}

/** The fields of problem+json. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly requestId: string;
  readonly seatIds?: readonly string[];
  readonly retryAfter?: number;
  readonly largest?: number;
}

/** What a request carries besides its path. */
export interface Outgoing {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The last byte of the body is sent when this settles; until then the server has a request in flight and no work. */
  readonly release?: Promise<void>;
}

/** An answer's body as the caller expects it, or a problem. */
export type Reply<Body> = Answer<Body & Partial<Problem>>;

/** Longest wait for an answer of a client that is not given another, in milliseconds. */
const PATIENCE_MS = 60_000;

/** Talks plain HTTP to one server, over as many connections at once as there are requests. */
export class HttpClient {
  readonly address: string;
  private readonly patienceMs: number;
  private readonly headers: Readonly<Record<string, string>>;
  private readonly agent = new Agent({
    keepAlive: true,
    maxSockets: Infinity,
    maxFreeSockets: 2_000,
    // Far sooner than the server closes idle connections, so that a slow machine asks over none that is being closed.
    timeout: 3_000,
  });

  /**
   * @param patienceMs after this silence, in milliseconds, it hangs up, with the fault `timeout`
   * @param headers of each request, such as what a proxy in front would add
   */
  constructor(address: string, patienceMs = PATIENCE_MS, headers: Readonly<Record<string, string>> = {}) {
    this.address = address;
    this.patienceMs = patienceMs;
    this.headers = headers;
  }

  get<Body>(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply<Body>> {
    return this.send<Body>('GET', path, { headers });
  }

  post<Body>(path: string, outgoing: Outgoing = {}): Promise<Reply<Body>> {
    return this.send<Body>('POST', path, outgoing);
  }

  put<Body>(path: string, outgoing: Outgoing = {}): Promise<Reply<Body>> {
    return this.send<Body>('PUT', path, outgoing);
  }

  delete<Body>(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply<Body>> {
    return this.send<Body>('DELETE', path, { headers });
  }

  /** Closes what is idle; requests in flight go on. */
  close(): void {
    this.agent.destroy();
  }

  private send<Body>(method: string, path: string, { body, headers, release }: Outgoing): Promise<Reply<Body>> {
    const sentAt = performance.now();
    const text = body === undefined ? undefined : JSON.stringify(body);
    const json =
      text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    return new Promise((resolve) => {
      const broken = (error: Error & { code?: string }): void => {
        const fault = error.code ?? error.message;
        resolve({ status: 0, headers: {}, body: {} as Reply<Body>['body'], fault, sentAt, endedAt: performance.now() });
      };
      const outgoing = request(
        new URL(path, this.address),
        { method, agent: this.agent, headers: { ...json, ...this.headers, ...headers }, timeout: this.patienceMs },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', broken);
          response.on('end', () => {
            const { statusCode: status = 0, headers } = response;
            const parsed = parse(Buffer.concat(chunks).toString()) as Reply<Body>['body'];
            resolve({ status, headers, body: parsed, fault: undefined, sentAt, endedAt: performance.now() });
          });
        },
      );
      outgoing.on('timeout', () => outgoing.destroy(new Error('timeout')));
      outgoing.on('error', broken);
      if (text === undefined || release === undefined) return void outgoing.end(text);
      outgoing.write(text.slice(0, -1));
      void release.then(() => outgoing.end(text.slice(-1)));
    });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { text };
  }
}
