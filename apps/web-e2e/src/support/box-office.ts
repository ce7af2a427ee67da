import { APIRequestContext, APIResponse, expect } from '@playwright/test';
import { ADMIN } from './admin-account';

/** A show as the API tells it; only what the journeys look at. */
export interface Show {
  readonly id: string;
  readonly title: string;
  readonly startTime: string;
}

/** A show as it was made. */
export interface MadeShow extends Show {
  /** By which a change says which show it saw. */
  readonly version: number;
}

/** What a show needs; `startTime` defaults to about three weeks from now. */
export interface ShowPlan {
  readonly title: string;
  readonly rows: number;
  readonly seatsPerRow: number;
  readonly venue?: string;
  readonly description?: string;
  readonly startTime?: string;
  /** The venue's (IANA). */
  readonly timeZone?: string;
  /** No single seat may be left between taken ones. */
  readonly noLoneSeat?: boolean;
  readonly limitPerCustomer?: number;
  readonly prices?: object;
  /** False: a draft. */
  readonly publish?: boolean;
}

/** A plan that was published, and what of its layout the journeys look at. */
export interface DrawnPlan {
  readonly planId: string;
  readonly layout: { readonly categories: readonly { readonly key: string; readonly name: string }[] };
}

interface Seat {
  readonly id: string;
  readonly name: string;
}

/** The last row of the theatre that plans may begin as. */
const CIRCLE = { row: '/sections/0/rows/11', seats: 29 } as const;
const THREE_WEEKS_MS = 21 * 24 * 3600 * 1000;
/** When the run began; the same in all its processes. */
const BEGAN = Number(process.env['E2E_BEGAN']);

/** Prepares a journey through the API: makes shows, and books seats for others. */
export class BoxOffice {
  private token: string | undefined;

  constructor(private readonly request: APIRequestContext) {}

  async putOn(plan: ShowPlan): Promise<Show> {
    return this.create(plan);
  }

  /**
   * A show of which the API is told all this. Unless it is told when, it starts in about three weeks, and before those that
   * were made earlier: it is on the first page of the list, however many there are.
   */
  async create(told: object): Promise<MadeShow> {
    const startTime = new Date(BEGAN + THREE_WEEKS_MS - (Date.now() - BEGAN)).toISOString();
    const answer = await this.request.post('/api/admin/shows', {
      headers: { authorization: `Bearer ${await this.adminToken()}` },
      data: { startTime, ...told },
    });
    return created<MadeShow>(answer);
  }

  /** Makes a plan with some rows that nobody has published; section and category have its name. Returns its id. */
  async draw(wish: string, venue?: string): Promise<string> {
    const headers = { authorization: `Bearer ${await this.adminToken()}` };
    const name = wish.slice(0, 100);
    const answer = await this.request.post('/api/admin/plans', { headers, data: { name, venue, template: 'rows' } });
    const { planId, revision } = await created<{ planId: string; revision: number }>(answer);
    const paths = ['/sections/0/name', '/categories/0/name'];
    const changes = paths.map((path) => ({ op: 'replace', path, value: name }));
    const named = await this.request.patch(`/api/admin/plans/${planId}/draft`, {
      headers,
      data: { revision, changes },
    });
    expect(named.status(), await named.text()).toBe(200);
    return planId;
  }

  /** Publishes a drawn theatre: curved rows A to L of 18 to 29 seats, the last of which is the circle. */
  async publishTheatre(name: string): Promise<void> {
    const headers = { authorization: `Bearer ${await this.adminToken()}` };
    const made = await this.request.post('/api/admin/plans', { headers, data: { name, template: 'theatre' } });
    const { planId, revision } = await created<{ planId: string; revision: number }>(made);
    const circle = { key: 'circle', name: 'Circle', color: '#8e24aa' };
    const places = Array.from({ length: CIRCLE.seats }, (_, at) => `${CIRCLE.row}/places/${at}/category`);
    const changes = [
      { op: 'add', path: '/categories/-', value: circle },
      ...places.map((path) => ({ op: 'replace', path, value: circle.key })),
    ];
    const drawn = await this.request.patch(`/api/admin/plans/${planId}/draft`, {
      headers,
      data: { revision, changes },
    });
    expect(drawn.status(), await drawn.text()).toBe(200);
    const saved: { revision: number } = await drawn.json();
    const data = { revision: saved.revision };
    const published = await this.request.post(`/api/admin/plans/${planId}/publish`, { headers, data });
    expect(published.status(), await published.text()).toBe(200);
  }

  /** Changes what a show says. */
  async change({ id, version }: MadeShow, changes: object): Promise<void> {
    const headers = { authorization: `Bearer ${await this.adminToken()}` };
    const answer = await this.request.patch(`/api/admin/shows/${id}`, { headers, data: { version, ...changes } });
    expect(answer.status(), await answer.text()).toBe(200);
  }

  /** Draws a plan from a table of its places, and publishes it. */
  async drawPlan(name: string, table: string): Promise<DrawnPlan> {
    const headers = { authorization: `Bearer ${await this.adminToken()}` };
    const address = `/api/admin/plans/import?format=csv&name=${encodeURIComponent(name)}`;
    const file = { ...headers, 'content-type': 'application/octet-stream' };
    const { planId } = await created<{ planId: string }>(
      await this.request.post(address, { headers: file, data: Buffer.from(table) }),
    );
    await this.publish(planId);
    const layout: DrawnPlan['layout'] = await (await this.request.get(`/api/plans/${planId}/versions/1/layout`)).json();
    return { planId, layout };
  }

  /** Publishes the next version of a plan, with these changes of its drawing (JSON Patch). */
  async redraw(planId: string, changes: readonly object[]): Promise<void> {
    const headers = { authorization: `Bearer ${await this.adminToken()}` };
    const { revision } = await this.plan(planId);
    const data = { revision, changes };
    const drawn = await this.request.patch(`/api/admin/plans/${planId}/draft`, { headers, data });
    expect(drawn.status(), await drawn.text()).toBe(200);
    await this.publish(planId);
  }

  /** Books seats such as "C12" for a guest of that name. @returns the id of the booking */
  async sell(show: Show, places: readonly string[], name = 'Emmy Noether'): Promise<string> {
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.org`;
    const guest = await this.request.post('/api/auth/guest', { data: { name, email } });
    const { token, userId } = await created<{ token: string; userId: string }>(guest);
    const seatIds = await this.seatIds(show, places);
    const answer = await this.request.post(`/api/shows/${show.id}/book`, {
      headers: { authorization: `Bearer ${token}` },
      data: { userId, seatIds },
    });
    return (await created<{ bookingId: string }>(answer)).bookingId;
  }

  /** Cancels a booking, as staff. */
  async takeBack(bookingId: string): Promise<void> {
    const headers = { authorization: `Bearer ${await this.adminToken()}` };
    const answer = await this.request.post(`/api/admin/bookings/${bookingId}/cancel`, { headers, data: {} });
    expect(answer.status(), await answer.text()).toBe(200);
  }

  /** Cancels a show, and its bookings with it. */
  async callOff({ id }: Show, reason?: string): Promise<void> {
    const answer = await this.request.post(`/api/admin/shows/${id}/cancel`, {
      headers: { authorization: `Bearer ${await this.adminToken()}` },
      ...(reason !== undefined && { data: { reason } }),
    });
    expect(answer.status(), await answer.text()).toBe(200);
  }

  /** What somebody has written of the venue by now: who works for it, and who runs it. */
  async writtenOfTheVenue(): Promise<readonly string[]> {
    const headers = { authorization: `Bearer ${await this.adminToken()}` };
    const read = async <T>(path: string): Promise<T> => (await this.request.get(path, { headers })).json();
    const { items } = await read<{ items: readonly { readonly name: string }[] }>('/api/admin/people');
    const organiser = await read<Readonly<Record<string, unknown>>>('/api/organiser');
    const texts = [...items.map(({ name }) => name), ...Object.values(organiser)];
    return texts.filter((text): text is string => typeof text === 'string' && text !== '');
  }

  /** The ids of seats such as "C12". */
  async seatIds(show: Show, places: readonly string[]): Promise<string[]> {
    const answer = await this.request.get(`/api/shows/${show.id}/seats`);
    const map: { seats: Seat[] } = await answer.json();
    const byName = new Map(map.seats.map(({ name, id }) => [name, id]));
    return places.map((place) => byName.get(place.replace(/^([A-Z]+)(\d+)$/, 'Row $1, seat $2')) ?? `no seat ${place}`);
  }

  private async publish(planId: string): Promise<void> {
    const headers = { authorization: `Bearer ${await this.adminToken()}` };
    const { revision } = await this.plan(planId);
    const published = await this.request.post(`/api/admin/plans/${planId}/publish`, { headers, data: { revision } });
    expect(published.ok(), await published.text()).toBe(true);
  }

  private async plan(planId: string): Promise<{ readonly revision: number }> {
    const headers = { authorization: `Bearer ${await this.adminToken()}` };
    return (await this.request.get(`/api/admin/plans/${planId}`, { headers })).json();
  }

  private async adminToken(): Promise<string> {
    if (this.token === undefined) {
      const answer = await this.request.post('/api/auth/login', { data: ADMIN });
      expect(answer.status(), await answer.text()).toBe(200);
      const session: { token: string } = await answer.json();
      this.token = session.token;
    }
    return this.token;
  }
}

async function created<T>(answer: APIResponse): Promise<T> {
  expect(answer.status(), await answer.text()).toBe(201);
  return answer.json();
}
