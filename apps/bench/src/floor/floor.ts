import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type MongoClient, ObjectId } from 'mongodb';
import { bearerOf, sessionId } from '../session-read';
import { Commands, type Wanted } from './commands';
import { KeptAnswers } from './kept-answers';
import { type LockAll, lockWith, type Strategy } from './strategies';

/** What a floor must know. */
export interface FloorSettings {
  /** The secret that the ids of sessions are made with. */
  readonly sessionSecret: string;
  /** Address of the Modex whose answers to reads it keeps. */
  readonly modex: string;
  readonly strategy: Strategy;
}

/** As long as Modex keeps a connection that nobody uses. */
const KEEP_ALIVE_MS = 12_000;
const BOOK = /^\/api\/shows\/([0-9a-f]{24})\/book$/;

/** A bare server that does for each request what no server can leave out. */
export function createFloor(client: MongoClient, settings: FloorSettings): Server {
  const commands = new Commands(client.db());
  const booking = new FloorBooking(commands, lockWith(settings.strategy, commands, client), settings.sessionSecret);
  const reads = new KeptAnswers(settings.modex);
  const server = createServer((request, response) => {
    const answered = request.method === 'POST' ? booking.book(request, response) : reads.answer(request, response);
    answered.catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return server;
}

/** Books as Modex does: session, intent, locks, confirm; or the rollback. */
class FloorBooking {
  constructor(
    private readonly commands: Commands,
    private readonly lockAll: LockAll,
    private readonly secret: string,
  ) {}

  async book(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const showId = BOOK.exec(request.url ?? '')?.[1];
    if (showId === undefined) return answer(response, 404, { code: 'not-found' });
    const { seatIds } = (await readJson(request)) as { readonly seatIds: readonly string[] };
    const session = await this.commands.findSession(sessionId(bearerOf(request.headers.authorization), this.secret));
    if (session === undefined) return answer(response, 401, { code: 'unauthenticated' });
    const seats = [...seatIds].sort().map((id) => ObjectId.createFromHexString(id));
    await this.bookFor({ user_id: session.user_id, show_id: ObjectId.createFromHexString(showId), seats }, response);
  }

  private async bookFor(wanted: Wanted, response: ServerResponse): Promise<void> {
    const intent = await this.commands.open(wanted);
    const { isLocked, restarts } = await this.lockAll(intent);
    if (restarts > 0) response.setHeader('x-restarts', restarts);
    if (!isLocked) {
      await this.commands.fail(intent);
      return answer(response, 409, { code: 'seat-taken' });
    }
    if (!(await this.commands.confirm(intent))) return answer(response, 409, { code: 'booking-expired' });
    const { _id: bookingId, code, show_id: showId, seats: seatIds, created_at: createdAt } = intent;
    answer(response, 201, { bookingId, code, status: 'CONFIRMED', showId, seatIds, createdAt });
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString());
}

function answer(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) };
  response.writeHead(status, headers).end(text);
}
