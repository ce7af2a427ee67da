import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type MongoClient, ObjectId } from 'mongodb';
import { bearerOf, sessionId } from '../session-read';
import { FloorBookings } from './bookings';
import { Commands } from './commands';
import { FloorHolds } from './holds';
import { answer, readJson } from './http';
import { KeptAnswers } from './kept-answers';
import { lockWith, type Strategy } from './strategies';
import { FloorStreams } from './streams';

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
const SEATS_WANTED = /^\/api\/shows\/([0-9a-f]{24})\/(book|holds)(?:\/([0-9a-f]{24}))?$/;

/** What a customer sends who wants seats. */
interface Body {
  readonly seatIds: readonly string[];
  readonly holdId?: string;
}

/** A bare server that does for each request what no server can leave out. */
export function createFloor(client: MongoClient, settings: FloorSettings): Server {
  const commands = new Commands(client.db());
  const bookings = new FloorBookings(commands, lockWith(settings.strategy, commands, client));
  const seats = new FloorSeats(commands, { bookings, holds: new FloorHolds(commands) }, settings.sessionSecret);
  const reads = new KeptAnswers(settings.modex);
  const streams = new FloorStreams();
  const server = createServer((request, response) => {
    const other = request.method === 'GET' ? reads : seats;
    const answered = streams.answer(request, response) ?? other.answer(request, response);
    answered.catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return server;
}

/** The requests of customers who want seats: whose they are, and what they want. */
class FloorSeats {
  constructor(
    private readonly commands: Commands,
    private readonly routes: { readonly bookings: FloorBookings; readonly holds: FloorHolds },
    private readonly secret: string,
  ) {}

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, showId, route, named] = SEATS_WANTED.exec(request.url ?? '') ?? [];
    if (showId === undefined) return answer(response, 404, { code: 'not-found' });
    const { seatIds, holdId = named } = await readJson<Body>(request);
    const session = await this.commands.findSession(sessionId(bearerOf(request.headers.authorization), this.secret));
    if (session === undefined) return answer(response, 401, { code: 'unauthenticated' });
    const seats = [...seatIds].sort().map((id) => ObjectId.createFromHexString(id));
    const wanted = { user_id: session.user_id, show_id: ObjectId.createFromHexString(showId), seats };
    const { bookings, holds } = this.routes;
    if (holdId === undefined) {
      return route === 'book' ? bookings.book(wanted, response) : holds.hold(wanted, response);
    }
    const ofHold = { ...wanted, holdId: ObjectId.createFromHexString(holdId) };
    return route === 'book' ? holds.confirm(ofHold, response) : holds.change(ofHold, response);
  }
}
