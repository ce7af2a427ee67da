import { connect, type Socket } from 'node:net';
import { decode, type Doc, encode } from '../values';

const OP_MSG = 2013;
const HEADER = 16;
const PREFIX = HEADER + 5;

type Pending = { readonly resolve: (reply: Doc) => void; readonly reject: (error: Error) => void };

/**
 * One connection that sends commands as they are, so that a document keeps the exact types and the field order that
 * a test gave it. Replies with `ok: 0` are answers too.
 */
export class WireClient {
  private buffered = Buffer.alloc(0);
  private requestId = 0;
  private readonly pending = new Map<number, Pending>();

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => this.receive(chunk));
    socket.on('close', () => this.fail(new Error('the connection was closed')));
    socket.on('error', (error) => this.fail(error));
  }

  /** Opens a connection to a `mongodb://host:port` or to a Unix socket written as the driver wants it. */
  static async open(uri: string): Promise<WireClient> {
    const host = decodeURIComponent(new RegExp('^mongodb://([^/?]+)').exec(uri)?.[1] ?? '');
    const [name = '', port = '27017'] = host.split(':');
    const socket = host.endsWith('.sock') ? connect(host) : connect(Number(port), name);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    socket.setNoDelay(true);
    return new WireClient(socket);
  }

  command(command: Doc): Promise<Doc> {
    const body = encode(command);
    const message = Buffer.alloc(PREFIX + body.length);
    const id = ++this.requestId;
    message.writeInt32LE(message.length, 0);
    message.writeInt32LE(id, 4);
    message.writeInt32LE(OP_MSG, 12);
    message.set(body, PREFIX);
    return new Promise((resolve, reject) => {
      this.pending.set(id, { resolve, reject });
      this.socket.write(message);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private receive(chunk: Buffer): void {
    this.buffered = Buffer.concat([this.buffered, chunk]);
    while (this.buffered.length >= HEADER && this.buffered.length >= this.buffered.readInt32LE(0)) {
      const size = this.buffered.readInt32LE(0);
      const message = this.buffered.subarray(0, size);
      this.buffered = this.buffered.subarray(size);
      const answered = message.readInt32LE(8);
      const pending = this.pending.get(answered);
      this.pending.delete(answered);
      try {
        pending?.resolve(decode(message.subarray(PREFIX)));
      } catch (error) {
        // A reply may hold what this database refuses, such as a field that stands twice.
        pending?.reject(error as Error);
      }
    }
  }

  private fail(error: Error): void {
    for (const { reject } of this.pending.values()) reject(error);
    this.pending.clear();
  }
}
