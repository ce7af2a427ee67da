import { Socket } from 'node:net';
import { ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, SMTPServerDataStream } from 'smtp-server';

/** What the server does with the next mail: takes it, answers with a code, or ends the connection after the last line. */
export type Reaction = 'take' | 'hang-up' | { readonly code: number; readonly text: string; readonly at?: 'address' };

/** A mail server in this process, for tests. */
export class TestMailServer {
  /** What arrived, also what was not answered. */
  readonly received: ParsedMail[] = [];
  /** What it does with the next mails, the first first; afterwards it takes them. */
  readonly reactions: Reaction[] = [];
  /** Called when a mail has arrived, before it is answered. */
  meanwhile: () => Promise<void> = async () => undefined;
  private readonly sockets = new Set<Socket>();

  private readonly server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], disableReverseLookup: true, logger: false },
    onRcptTo: (_address, _session, answer) => {
      const [next] = this.reactions;
      if (typeof next !== 'object' || next.at !== 'address') return answer();
      this.reactions.shift();
      answer(refusal(next));
    },
    onData: (stream, _session, answer) => void this.take(stream).then(answer),
  });

  private constructor() {
    this.server.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
    // A connection that is cut off in a test is no failure of it.
    this.server.on('error', () => undefined);
  }

  static async start(): Promise<TestMailServer> {
    const started = new TestMailServer();
    await new Promise<void>((resolve) => started.server.listen(0, '127.0.0.1', resolve));
    return started;
  }

  /** For SMTP_URL. */
  get url(): string {
    const address = this.server.server.address();
    if (address === null || typeof address === 'string') throw new Error('the mail server does not listen');
    return `smtp://127.0.0.1:${address.port}`;
  }

  /** Forgets what arrived and what was to be done. */
  reset(): void {
    this.received.length = 0;
    this.reactions.length = 0;
    this.meanwhile = async () => undefined;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async take(stream: SMTPServerDataStream): Promise<Error | null> {
    this.received.push(await simpleParser(stream));
    await this.meanwhile();
    const next = this.reactions.shift() ?? 'take';
    if (next === 'hang-up') for (const socket of this.sockets) socket.destroy();
    return typeof next === 'object' ? refusal(next) : null;
  }
}

function refusal({ code, text }: Exclude<Reaction, string>): Error {
  return Object.assign(new Error(text), { responseCode: code });
}
