import { ClientRequest, get, IncomingMessage } from 'node:http';

/** An event as it came. */
export interface SeenEvent {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: string;
}

/** Where a stream is, and what the browser sends when it opens it. */
export interface StreamAddress {
  /** Of a server that listens; with the host of a socket in the file system, where there is one. */
  readonly url: string;
  readonly socketPath?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A stream of server-sent events as a browser reads it. */
export class LiveStream {
  /** Everything that came, as text. */
  text = '';
  hasEnded = false;
  private changed: () => void = () => undefined;

  private constructor(
    private readonly request: ClientRequest,
    readonly answer: IncomingMessage,
  ) {
    answer.setEncoding('utf8');
    answer.on('data', (part: string) => this.note(() => (this.text += part)));
    answer.on('error', () => undefined);
    answer.on('close', () => this.note(() => (this.hasEnded = true)));
  }

  /** Opens it; the answer may also be a refusal. */
  static async open({ url, socketPath, headers }: StreamAddress): Promise<LiveStream> {
    return new Promise((resolve, reject) => {
      const request = get(url, { socketPath, headers, agent: false });
      request.once('response', (answer) => resolve(new LiveStream(request, answer)));
      request.once('error', reject);
      // What follows is that the answer ends.
      request.on('error', () => undefined);
    });
  }

  get status(): number {
    return this.answer.statusCode ?? 0;
  }

  /** The events that came as a whole. */
  get events(): readonly SeenEvent[] {
    const blocks = this.text.split('\n\n').slice(0, -1);
    return blocks
      .map(fieldsOf)
      .flatMap(({ event, id, data }) => (data === undefined ? [] : [{ event, id, data }])) as SeenEvent[];
  }

  /** The last that was said of when to come back, in milliseconds. */
  get retry(): number | undefined {
    const [last] = [...this.text.matchAll(/^retry: (\d+)$/gm)].reverse();
    return last && Number(last[1]);
  }

  /** Waits until the events that have come fulfil the condition. */
  async until(isSo: (stream: this) => boolean): Promise<void> {
    while (!isSo(this)) await new Promise<void>((resolve) => (this.changed = resolve));
  }

  close(): void {
    this.request.destroy();
  }

  private note(change: () => void): void {
    change();
    this.changed();
  }
}

function fieldsOf(block: string): Readonly<Record<string, string>> {
  return Object.fromEntries(block.split('\n').map((line) => line.split(/: ?(.*)/s)));
}
