import { get, type ClientRequest } from 'node:http';
import { PackedStatus } from '@modex/domain';

/** What an event about seats says: the whole status, or what changed. */
interface SeatNews {
  readonly version: string;
  readonly totalSeats: number;
  readonly status?: string;
  readonly changes?: readonly (readonly [place: number, code: number])[];
}

/** All viewers get the same text, which is read once. */
const read = new Map<string, SeatNews | undefined>();

function newsIn(frame: string): SeatNews | undefined {
  if (!read.has(frame)) {
    const [, data] = /^event: (?:status|changes)\n(?:id: .*\n)?data: (.*)$/.exec(frame) ?? [];
    read.set(frame, data === undefined ? undefined : (JSON.parse(data) as SeatNews));
  }
  return read.get(frame);
}

/** Somebody who watches the seats of a show as the site does, and comes back with the version that he has. */
export class SeatViewer {
  /** Sentences; empty as long as what came made sense. */
  readonly complaints: string[] = [];
  private picture: PackedStatus | undefined;
  private version: string | undefined;
  /** The highest number of each board that was seen: a process has a board of its own. */
  private readonly highest = new Map<string, number>();
  private request: ClientRequest | undefined;

  constructor(private readonly url: string) {}

  /** How many boards were seen, of this process and of others. */
  get boards(): number {
    return this.highest.size;
  }

  /** The codes of all seats, packed. */
  sees(stored: PackedStatus): boolean {
    return this.picture !== undefined && this.picture.differences(stored).length === 0;
  }

  /** Opens the stream, or opens it anew. @throws when it is refused */
  async connect(): Promise<void> {
    this.close();
    const headers: Record<string, string> = this.version === undefined ? {} : { 'last-event-id': this.version };
    const request = get(this.url, { agent: false, headers });
    this.request = request;
    await new Promise<void>((resolve, reject) => {
      request.once('error', reject);
      request.once('response', (answer) => {
        request.on('error', () => undefined);
        answer.on('error', () => undefined);
        if (answer.statusCode !== 200) return reject(new Error(`a viewer got ${answer.statusCode}`));
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => {
          const frames = (text + part).split('\n\n');
          text = frames.pop() ?? '';
          if (this.request === request) frames.map(newsIn).forEach((news) => news && this.take(news));
        });
        resolve();
      });
    });
  }

  close(): void {
    this.request?.destroy();
  }

  private take({ version, totalSeats, status, changes = [] }: SeatNews): void {
    const [board = '', text] = version.split('-');
    const [number, before] = [Number(text), this.highest.get(board)];
    const knows = this.version?.startsWith(`${board}-`) ?? false;
    if (status === undefined && !knows)
      this.complaints.push(`changes of a board that was never seen whole: ${version}`);
    if (before !== undefined && number < before)
      this.complaints.push(`the version went back: ${before}, then ${version}`);
    this.highest.set(board, number);
    this.version = version;
    if (status !== undefined) {
      this.picture = new PackedStatus(totalSeats);
      this.picture.bytes.set(Buffer.from(status, 'base64'));
    }
    for (const [place, code] of changes) this.picture?.put(place, code);
  }
}
