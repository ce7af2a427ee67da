import { connect, type Socket } from 'node:net';
import { within } from './until';

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Longest wait for an answer, in milliseconds. */
const PATIENCE_MS = 30_000;

/** A connection that says what no client would. */
export class RawConnection {
  private readonly socket: Socket;
  private readonly ended: Promise<void>;
  private received = '';

  private constructor(socket: Socket) {
    this.socket = socket;
    this.ended = new Promise((resolve) => socket.once('close', () => resolve()));
    socket.on('error', () => undefined);
  }

  static async open(address: string): Promise<RawConnection> {
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname);
    const connection = new RawConnection(socket);
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return connection;
  }

  send(text: string): void {
    this.socket.write(text);
  }

  /** Reads until the server ends the connection. */
  async answer(): Promise<RawAnswer> {
    this.socket.on('data', (chunk: Buffer) => (this.received += chunk.toString('latin1')));
    await within('the end of a connection', PATIENCE_MS, this.ended);
    return parse(this.received);
  }

  close(): void {
    this.socket.destroy();
  }
}

/** What the server answers to these bytes, before it ends the connection. */
export async function say(address: string, text: string): Promise<RawAnswer> {
  const connection = await RawConnection.open(address);
  connection.send(text);
  return connection.answer().finally(() => connection.close());
}

function parse(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => [line.split(':', 1)[0]?.toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]);
  return { status: Number(first.split(' ')[1]), headers: Object.fromEntries(headers), body: rest.join('\r\n\r\n') };
}
