import { createConnection, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * A socket whose peer has ended is destroyed by us: Node would shut it down first, and when it is reset before that is
 * done Node 24.21 loses its handle, so that the process never ends.
 */
const STAYS_OPEN = { allowHalfOpen: true };

/** Which answers are swallowed. */
export type Muted = 'its connection' | 'everything';

/** Stands between the API and its database, and breaks what a network breaks. */
export class TcpProxy {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private readonly target: { readonly host: string; readonly port: number };
  private isOpen = true;
  private isSilent = false;
  private lateMs = 0;
  private isLastWord: (sent: Buffer) => boolean = () => false;
  private wasLastWord = false;
  private mutes: Muted = 'its connection';

  private constructor(target: { readonly host: string; readonly port: number }) {
    this.target = target;
    this.server = createServer(STAYS_OPEN, (incoming) => this.connect(incoming));
  }

  /** Opens a proxy for the server of a connection string. @returns it and the string that goes through it */
  static async before(uri: string): Promise<{ readonly proxy: TcpProxy; readonly uri: string }> {
    const { hostname, port } = new URL(uri);
    const proxy = new TcpProxy({ host: hostname, port: Number(port || 27_017) });
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    const { port: own } = proxy.server.address() as AddressInfo;
    return { proxy, uri: uri.replace(/\/\/[^/]+\//, `//127.0.0.1:${own}/`) };
  }

  /** Breaks all connections; new ones are let through. */
  reset(): void {
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  /** Breaks all connections and every new one, until `restore`. */
  cut(): void {
    this.isOpen = false;
    this.reset();
  }

  /** Swallows everything in silence, as a firewall does, until `restore`, which breaks the connections. */
  blackHole(): void {
    this.isSilent = true;
  }

  /** Every answer of the database arrives this much later, in milliseconds, from now on. */
  delayAnswers(ms: number): void {
    this.lateMs = ms;
  }

  /** The first thing like this is still carried to the database, and no answer any more: on its connection, or on all. */
  muteAfter(isLastWord: (sent: Buffer) => boolean, mutes: Muted): void {
    this.isLastWord = isLastWord;
    this.mutes = mutes;
  }

  /** Whether something of the kind was sent since. */
  get hasMuted(): boolean {
    return this.wasLastWord;
  }

  restore(): void {
    if (this.isSilent) this.reset();
    this.isSilent = false;
    this.isOpen = true;
  }

  close(): void {
    this.reset();
    this.server.close();
  }

  private connect(incoming: Socket): void {
    if (!this.isOpen) return void incoming.resetAndDestroy();
    const outgoing = createConnection({ ...this.target, ...STAYS_OPEN });
    const hangUp = (): void => {
      incoming.destroy();
      outgoing.destroy();
    };
    for (const socket of [incoming, outgoing]) {
      this.sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('end', hangUp);
      socket.on('close', () => {
        this.sockets.delete(socket);
        hangUp();
      });
    }
    this.carry(incoming, outgoing);
  }

  private carry(incoming: Socket, outgoing: Socket): void {
    let isMute = false;
    /** Answers on their way, the oldest first: whatever the delays, none overtakes another. */
    const late: Buffer[] = [];
    incoming.on('data', (sent) => {
      if (!this.isSilent) outgoing.write(sent);
      if (!this.isLastWord(sent)) return;
      this.isLastWord = () => false;
      this.wasLastWord = true;
      isMute = true;
      if (this.mutes === 'everything') this.blackHole();
    });
    outgoing.on('data', (answer) => {
      if (this.isSilent || isMute) return;
      if (this.lateMs === 0 && late.length === 0) return void incoming.write(answer);
      late.push(answer);
      setTimeout(() => incoming.write(late.shift() as Buffer), this.lateMs);
    });
  }
}
