import type { Asked } from '../load/client';
import { closedLoop } from '../load/closed-loop';
import { bearer, type Session } from '../servers/modex-api';
import type { Server } from '../servers/server';
import { emptyShows, putOnShows, type Show } from '../servers/shows';
import type { Case } from './case';
import { allWith, paired, type Paired } from './paired';
import { pairsOf, startSides, WITHOUT_LITERAL } from './sides';
import { BATCH, booking, CALLERS, holding } from './wishes';

/** A customer with seats of their own, and one more that they might want. */
interface Guest {
  readonly customer: Session;
  readonly seatIds: readonly string[];
  readonly oneMore: string;
}

/** A guest whose seats are held. */
interface Holder extends Guest {
  readonly holdId: string;
}

/** The requests of a batch, and the status that answers each of them. */
interface Trial {
  readonly status: number;
  readonly requests: (server: Server, show: Show, guests: readonly Guest[]) => Promise<readonly Asked[]>;
}

const SEATS_EACH = 2;

export function newHolds(name: string, title: string): Case {
  return heldEverywhere({ name, title }, { status: 201, requests: async (_, show, guests) => holdsOf(show, guests) });
}

/** One seat more; the holds are made before it is measured. */
export function enlargedHolds(name: string, title: string): Case {
  const change = ({ customer, seatIds, oneMore, holdId }: Holder, { id }: Show): Asked => ({
    method: 'PUT',
    path: `/api/shows/${id}/holds/${holdId}`,
    headers: bearer(customer),
    body: { seatIds: [...seatIds, oneMore] },
  });
  return heldEverywhere({ name, title }, { status: 200, requests: ofHolders(change) });
}

/** A hold is booked; the holds are made before it is measured. */
export function confirmedHolds(name: string, title: string): Case {
  const confirm = ({ customer, seatIds, holdId }: Holder, { id }: Show): Asked => {
    const asked = booking(customer, id, seatIds);
    return { ...asked, body: { ...(asked.body as object), holdId } };
  };
  return heldEverywhere({ name, title }, { status: 201, requests: ofHolders(confirm) });
}

/** Modex finds the seats itself, the floor is told them. */
export function bestHolds(name: string, title: string): Case {
  const requests: Trial['requests'] = async (server, show, guests) => {
    const named = holdsOf(show, guests);
    return server.name === 'modex' ? named.map((asked) => ({ ...asked, body: { quantity: SEATS_EACH } })) : named;
  };
  return heldEverywhere({ name, title }, { status: 201, requests });
}

function heldEverywhere(told: Pick<Case, 'name' | 'title'>, { status, requests }: Trial): Case {
  return paired(told, async (bench): Promise<Paired> => {
    const customers = await bench.customers();
    const servers = await startSides(bench, WITHOUT_LITERAL);
    const shows = await putOnShows(bench, { shows: 1, seatsEach: 2_000, owners: ['modex', 'floor'] });
    const [show] = shows as [Show];
    const guests = guestsOf(show, customers);
    const sides = servers.map((server) => ({
      name: server.name,
      server,
      batch: async () => {
        await emptyShows(server.db, shows);
        return requests(server, show, guests);
      },
      outcomes: allWith(status, server.name),
    }));
    return { sides, pairs: pairsOf(sides), kind: told.name, callers: CALLERS, warmUp: { requests: 800, ms: 20_000 } };
  });
}

/** A customer has one hold of a show at a time, so there are no more guests than customers. */
function guestsOf({ seatIds }: Show, customers: readonly Session[]): readonly Guest[] {
  return customers.slice(0, BATCH).map((customer, at) => {
    const [one, other, oneMore] = seatIds.slice(at * (SEATS_EACH + 1)) as [string, string, string];
    return { customer, seatIds: [one, other], oneMore };
  });
}

function holdsOf({ id }: Show, guests: readonly Guest[]): readonly Asked[] {
  return guests.map(({ customer, seatIds }) => holding(customer, id, seatIds));
}

/** Requests of guests who hold their seats at this server. */
function ofHolders(request: (holder: Holder, show: Show) => Asked): Trial['requests'] {
  return async (server, show, guests) => {
    const { answers } = await closedLoop(server.client, holdsOf(show, guests), { callers: CALLERS });
    allWith(201, server.name)(answers);
    return guests.map((guest, at) => {
      const { holdId } = JSON.parse(String(answers[at]?.bytes)) as { readonly holdId: string };
      return request({ ...guest, holdId }, show);
    });
  };
}
