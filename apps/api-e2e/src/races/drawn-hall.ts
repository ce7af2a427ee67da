import { ObjectId } from 'mongodb';
import { NEXT_YEAR, seatIdsOf, type Actor, type SeatMap, type ShowView } from '../harness/actors';
import type { HttpClient, Reply } from '../harness/http';
import type { Arena, ShowWithSeats } from './arena';

/** A show in the first version of a drawn plan. */
export interface DrawnShow extends ShowWithSeats {
  readonly planId: string;
}

/** Places of the hall by their numbers, each with what is printed on it. */
type Labels = Readonly<Record<number, string>>;

/**
 * Four places in a row. In the second version the second vanishes, the two behind it move up and take over its name and
 * that of the third, and a new one is called what the last was called.
 */
const FIRST: Labels = { 0: '1', 1: '2', 2: '3', 3: '4' };
const SECOND: Labels = { 0: '1', 2: '2', 3: '3', 4: '4' };

/** What the seats of each version are called, in the order of their ids. */
export const NAMES_IN: Readonly<Record<number, readonly string[]>> = Object.fromEntries(
  [FIRST, SECOND].map((labels, at) => [at + 1, Object.values(labels).map((label) => `Row A, seat ${label}`)]),
);

/** Draws the hall and publishes both versions. @returns the id of its plan */
export async function drawHall(owner: Actor): Promise<string> {
  const { body: plan } = await owner.post<{ planId: string }>('/api/admin/plans', { name: 'Small hall' });
  for (const labels of [FIRST, SECOND]) await publish(owner, plan.planId, labels);
  return plan.planId;
}

async function publish(owner: Actor, planId: string, labels: Labels): Promise<void> {
  const path = `/api/admin/plans/${planId}`;
  const { body: draft } = await owner.get<Draft>(`${path}/draft`);
  const category = { key: 'all', name: 'All', color: '#1976d2' };
  const places = Object.entries(labels).map(([number, label], at) => ({
    ...{ number: Number(number), label, x: 50 * at, y: 0, category: category.key },
  }));
  const section = { kind: 'seats', key: 'hall', name: '', x: 100, y: 200, rotation: 0 };
  const drawing = {
    ...draft.drawing,
    ...{ categories: [category], nextNumber: Math.max(...Object.keys(labels).map(Number)) + 1 },
    sections: [{ ...section, rows: [{ label: 'A', x: 0, y: 0, places }] }],
  };
  const saved = await owner.put<Draft>(`${path}/draft`, { revision: draft.revision, drawing });
  const published = await owner.post(`${path}/publish`, { revision: saved.body.revision });
  if (published.status !== 200) throw new Error(`the hall was not published: ${JSON.stringify(published.body)}`);
}

/** Puts a show on in the first version. */
export async function showInHall(owner: Actor, planId: string, title: string): Promise<DrawnShow> {
  const body = { title, startTime: NEXT_YEAR, planId, planVersion: 1 };
  const made = await owner.post<ShowView>('/api/admin/shows', body);
  if (made.status !== 201) throw new Error(`no show in the hall: ${JSON.stringify(made.body)}`);
  return { planId, showId: made.body.id, seatIds: await seatIdsOf(owner.http, made.body.id) };
}

/** Asks a server to switch the show to the second version. */
export function switchAt(http: HttpClient, owner: Actor, showId: string): Promise<Reply<SwitchedView>> {
  return owner.at(http).post<SwitchedView>(`/api/admin/shows/${showId}/plan`, { planVersion: 2, version: 0 });
}

/** What is wrong with the seats of a show that is in this version of the hall, and with the names of what was sold. */
export async function wrongIn({ database }: Arena, http: HttpClient, showId: string): Promise<readonly string[]> {
  const show_id = ObjectId.createFromHexString(showId);
  const show = await database.db.collection('shows').findOne({ _id: show_id });
  const { body: map } = await http.get<SeatMap>(`/api/shows/${showId}/seats`);
  const stored = await database.db.collection('seats').find({ show_id }).sort({ _id: 1 }).toArray();
  const names = stored.map((seat) => `Row ${seat['row_number']}, seat ${seat['label'] ?? seat['seat_number']}`);
  const wanted = NAMES_IN[show?.['layout_version']];
  const called = new Map(map.seats.map(({ id, name }) => [id, name]));
  const bookings = await database.db.collection('bookings').find({ show_id, status: 'CONFIRMED' }).toArray();
  const sold = bookings.flatMap(
    ({ seat_names: of }) => of as readonly { readonly seat: ObjectId; readonly name: string }[],
  );
  return [
    ...(String(names) === String(wanted) ? [] : [`version ${show?.['layout_version']} has the seats ${names}`]),
    ...sold
      .filter(({ seat, name }) => called.get(String(seat)) !== name)
      .map(({ seat, name }) => `${seat} was sold as ${name}, and is ${called.get(String(seat)) ?? 'gone'}`),
  ];
}

interface Draft {
  readonly revision: number;
  readonly drawing: object;
}

interface SwitchedView extends ShowView {
  readonly planVersion: number;
}
