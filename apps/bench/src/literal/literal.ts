import express, { type Express, type Request, type Response } from 'express';
import { type Connection, Types } from 'mongoose';
import { bearerOf, type SessionOwner, sessionId, sessionRead } from '../session-read';
import { type Models, modelsOn } from './models';

/**
 * The design document taken literally, with Express and Mongoose as everybody writes it. The one thing added is the
 * session read of Modex, so that a booking is somebody's.
 */
export function createLiteral(connection: Connection, sessionSecret: string): Express {
  const models = modelsOn(connection);
  const app = express();
  app.use(express.json());
  app.get('/api/shows', async (_request, response) => void response.json(await models.shows.find()));
  app.get('/api/shows/:id/seats', async ({ params }, response) => {
    response.json(await models.seats.find({ show_id: params.id }));
  });
  app.post('/api/shows/:id/book', async (request, response) => {
    const owner = await readSession(models, request, sessionSecret);
    if (owner === undefined) response.status(401).json({ error: 'unauthenticated' });
    else await book(models, owner, { request, response });
  });
  return app;
}

async function readSession(models: Models, request: Request, secret: string): Promise<SessionOwner | undefined> {
  const id = sessionId(bearerOf(request.headers.authorization), secret);
  const [session] = await models.sessions.aggregate<SessionOwner>(sessionRead(id));
  return session;
}

async function book(
  { seats, bookings }: Models,
  { user_id }: SessionOwner,
  { request, response }: { readonly request: Request; readonly response: Response },
): Promise<void> {
  const { seatIds } = request.body as { readonly seatIds: readonly string[] };
  const booking_id = new Types.ObjectId();
  const taken: string[] = [];
  for (const _id of seatIds) {
    const seat = await seats.findOneAndUpdate({ _id, status: 'AVAILABLE' }, { status: 'BOOKED', booking_id });
    if (seat === null) {
      for (const mine of taken) await seats.updateOne({ _id: mine }, { status: 'AVAILABLE', booking_id: null });
      response.status(409).json({ error: 'seat taken' });
      return;
    }
    taken.push(_id);
  }
  const show_id = String(request.params['id']);
  response
    .status(201)
    .json(await bookings.create({ _id: booking_id, user_id, show_id, seats: taken, status: 'CONFIRMED' }));
}
