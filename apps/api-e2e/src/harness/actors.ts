import { ADMIN } from './api-server';
import type { HttpClient, Reply } from './http';

export interface SeatOfMap {
  readonly id: string;
  readonly name: string;
  readonly status: string;
}

export interface SeatMap {
  readonly showId: string;
  readonly version: string;
  readonly seats: readonly SeatOfMap[];
}

export interface ShowView {
  readonly id: string;
  readonly title: string;
  readonly startTime: string;
  readonly status: string;
  readonly totalSeats: number;
  readonly freeSeats: number;
  readonly soldSeats: number;
}

export interface Booked {
  readonly bookingId: string;
  readonly status: string;
  readonly showId: string;
  readonly seatIds: readonly string[];
}

export interface Held {
  readonly holdId: string;
  readonly status: string;
  readonly seats: readonly SeatOfMap[];
  readonly secondsLeft: number;
  readonly until: string;
}

export interface Session {
  readonly userId: string;
  readonly token: string;
  readonly user: { readonly userId: string; readonly name: string; readonly email: string; readonly kind: string };
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** A new show: its seats, and what differs from a show on sale next year. */
export interface NewShow {
  readonly title?: string;
  readonly totalSeats?: number;
  readonly rows?: number;
  readonly seatsPerRow?: number;
  readonly publish?: boolean;
  readonly limitPerCustomer?: number;
}

/** Which hold of which show. */
export interface HoldOf {
  readonly showId: string;
  readonly holdId: string;
}

/** A start that stays in the future. */
export const NEXT_YEAR = new Date(Date.now() + 365 * 24 * 60 * 60 * 1_000).toISOString();

/** Somebody who is signed in with a Bearer token, as a program would be. */
export class Actor {
  readonly http: HttpClient;
  readonly userId: string;
  readonly token: string;

  constructor(http: HttpClient, { userId, token }: Pick<Session, 'userId' | 'token'>) {
    this.http = http;
    this.userId = userId;
    this.token = token;
  }

  /** The same person at another server of the same database. */
  at(http: HttpClient): Actor {
    return new Actor(http, this);
  }

  get<Body>(path: string): Promise<Reply<Body>> {
    return this.http.get<Body>(path, this.headers());
  }

  post<Body>(path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Reply<Body>> {
    return this.http.post<Body>(path, { body, headers: { ...this.headers(), ...headers } });
  }

  put<Body>(path: string, body: unknown): Promise<Reply<Body>> {
    return this.http.put<Body>(path, { body, headers: this.headers() });
  }

  book(showId: string, seatIds: readonly string[], key?: string): Promise<Reply<Booked>> {
    const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
    return this.post<Booked>(`/api/shows/${showId}/book`, { seatIds, userId: this.userId }, headers);
  }

  hold(showId: string, seatIds: readonly string[]): Promise<Reply<Held>> {
    return this.post<Held>(`/api/shows/${showId}/holds`, { seatIds });
  }

  /** Holds so many of the best seats. */
  holdBest(showId: string, quantity: number): Promise<Reply<Held>> {
    return this.post<Held>(`/api/shows/${showId}/holds`, { quantity });
  }

  /** Changes the hold to exactly these seats. */
  changeHold({ showId, holdId }: HoldOf, seatIds: readonly string[]): Promise<Reply<Held>> {
    const path = `/api/shows/${showId}/holds/${holdId}`;
    return this.put<Held>(path, { seatIds });
  }

  extendHold({ showId, holdId }: HoldOf): Promise<Reply<Held>> {
    return this.post<Held>(`/api/shows/${showId}/holds/${holdId}/extend`);
  }

  giveBack({ showId, holdId }: HoldOf): Promise<Reply<Held>> {
    return this.http.delete<Held>(`/api/shows/${showId}/holds/${holdId}`, this.headers());
  }

  /** Books what is held, having seen these seats. */
  bookHeld({ showId, holdId }: HoldOf, seatIds: readonly string[]): Promise<Reply<Booked>> {
    return this.post<Booked>(`/api/shows/${showId}/book`, { seatIds, userId: this.userId, holdId });
  }

  /** @param seatIds those to give back; all when none is named */
  cancel(bookingId: string, seatIds?: readonly string[]): Promise<Reply<Booked>> {
    return this.post<Booked>(`/api/bookings/${bookingId}/cancel`, seatIds && { seatIds });
  }

  private headers(): Record<string, string> {
    return { authorization: `Bearer ${this.token}` };
  }
}

/** Signs in as a guest with a name of its own. */
export async function guest(http: HttpClient, name = 'Ada Lovelace'): Promise<Actor> {
  const body = { name, email: 'guest@example.org' };
  return new Actor(http, expectStatus(201, await http.post<Session>('/api/auth/guest', { body })));
}

export async function admin(http: HttpClient): Promise<Actor> {
  return new Actor(http, expectStatus(200, await http.post<Session>('/api/auth/login', { body: ADMIN })));
}

/** Creates a show as the admin. */
export async function createShow(organiser: Actor, { title = 'Hamlet', ...rest }: NewShow): Promise<ShowView> {
  const body = { title, startTime: NEXT_YEAR, ...rest };
  return expectStatus(201, await organiser.post<ShowView>('/api/admin/shows', body));
}

/** The ids of a show's seats, in the order of its plan. */
export async function seatIdsOf(http: HttpClient, showId: string): Promise<readonly string[]> {
  return (await seatMapOf(http, showId)).seats.map(({ id }) => id);
}

export async function seatMapOf(http: HttpClient, showId: string): Promise<SeatMap> {
  return expectStatus(200, await http.get<SeatMap>(`/api/shows/${showId}/seats`));
}

/** The body of an answer that must have this status. @throws Error that shows the whole answer */
export function expectStatus<Body>(status: number, answer: Reply<Body>): Body {
  if (answer.status === status) return answer.body;
  throw new Error(`expected ${status}, got ${answer.status} ${answer.fault ?? ''} ${JSON.stringify(answer.body)}`);
}
