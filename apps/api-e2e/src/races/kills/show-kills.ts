import type { Page, ShowView } from '../../harness/actors';
import { admin, NEXT_YEAR } from '../../harness/actors';
import type { Arena } from '../arena';
import type { KillCase, Scene } from './scene';
import { mustBe, mustBreak } from './scene';

/** Three batches of seats. */
const SEATS = 4_500;

/** The server dies while it creates a show, which then nobody sees, or which has all its seats. */
function creating(title: string, isVisible: boolean): KillCase['play'] {
  return async ({ arena, doomed }: Scene) => {
    const organiser = await admin(arena.http());
    const body = { title, startTime: NEXT_YEAR, totalSeats: SEATS };
    const broken = await organiser.at(doomed.http).post<ShowView>('/api/admin/shows', body);
    const expected = isVisible ? [SEATS] : [];
    return [
      ...(await mustBreak(broken, doomed)),
      ...mustBe('free seats that visitors see', await freeSeats(arena, title), expected),
      ...mustBe('shows that organisers see', await shownToOrganisers(arena, title), expected.length),
      ...(await violationsOfShow(arena, title)),
    ];
  };
}

/** The rules over whatever is stored of the show. */
async function violationsOfShow(arena: Arena, title: string): Promise<readonly string[]> {
  const shows = await arena.database.db.collection('shows').find({ title }).toArray();
  const found = shows.map(({ _id }) => arena.violations({ isSettled: false, showId: _id.toHexString() }));
  return (await Promise.all(found)).flat();
}

async function freeSeats(arena: Arena, title: string): Promise<readonly number[]> {
  const found = await arena.http().get<Page<ShowView>>(`/api/shows?q=${encodeURIComponent(title)}`);
  return found.body.items.map((show) => show.freeSeats);
}

async function shownToOrganisers(arena: Arena, title: string): Promise<number> {
  const found = await (await admin(arena.http())).get<Page<ShowView>>('/api/admin/shows?limit=100');
  return found.body.items.filter((show) => show.title === title).length;
}

/** A case of its own title, by which the show is looked for. */
function showKill(name: string, point: KillCase['point'], isVisible = false): KillCase {
  return { name, point, play: creating(`Killed ${name}`, isVisible) };
}

/** Death at every step of the creation of a show. */
export const SHOW_KILLS: readonly KillCase[] = [
  showKill('before the show is stored', { phase: 'show.open', nth: 1, when: 'before' }),
  showKill('after the show is stored', { phase: 'show.open', nth: 1, when: 'after' }),
  showKill('after the first seats are made', { phase: 'seat.create', nth: 1, when: 'after' }),
  showKill('after the lease is extended', { phase: 'show.extend', nth: 1, when: 'after' }),
  showKill('before the show is completed', { phase: 'show.complete', nth: 1, when: 'before' }),
  showKill('after the show is completed', { phase: 'show.complete', nth: 1, when: 'after' }, true),
];
