import { admin } from '../../harness/actors';
import type { Arena } from '../arena';
import { BATCH, createAt, endLeaseOf, mustBeSeen, SEATS, storedOf, sweptAway, violationsOfShow } from './half-shows';
import type { KillCase, Scene } from './scene';
import { mustBe, mustBreak } from './scene';

/** What a death leaves of the show that is created. */
interface Left {
  /** No trace, a half that nobody sees, or the whole. */
  readonly show: 'none' | 'half' | 'whole';
  readonly seats: number;
}

/** The server dies while it creates a show, which then has all its seats, or nobody sees it and the sweep removes them. */
function creating(title: string, left: Left): KillCase['play'] {
  return async ({ arena, doomed }: Scene) => {
    const broken = await createAt(doomed.http, await admin(arena.http()), title);
    return [
      ...(await mustBreak(broken, doomed)),
      ...mustBe('shows and seats stored', await storedOf(arena, title), [left.show === 'none' ? 0 : 1, left.seats]),
      ...(await mustBeSeen(arena, title, left.show === 'whole' ? 1 : 0)),
      ...(await violationsOfShow(arena, title)),
      ...(left.show === 'half' ? await sweptInTheEnd(arena, title) : []),
    ];
  };
}

async function sweptInTheEnd(arena: Arena, title: string): Promise<readonly string[]> {
  await endLeaseOf(arena, title);
  return [...(await sweptAway(arena, title)), ...(await mustBeSeen(arena, title, 0))];
}

/** A case of its own title, by which the show is looked for. */
function showKill(name: string, point: KillCase['point'], left: Left): KillCase {
  return { name, point, play: creating(`Killed ${name}`, left) };
}

/** Death at every step of the creation of a show. */
export const SHOW_KILLS: readonly KillCase[] = [
  showKill('before the show is stored', { phase: 'show.open', nth: 1, when: 'before' }, { show: 'none', seats: 0 }),
  showKill('after the show is stored', { phase: 'show.open', nth: 1, when: 'after' }, { show: 'half', seats: 0 }),
  showKill(
    'after the first seats are made',
    { phase: 'seat.create', nth: 1, when: 'after' },
    { show: 'half', seats: BATCH },
  ),
  showKill(
    'after the lease is extended',
    { phase: 'show.extend', nth: 1, when: 'after' },
    { show: 'half', seats: BATCH },
  ),
  showKill(
    'before the show is completed',
    { phase: 'show.complete', nth: 1, when: 'before' },
    { show: 'half', seats: SEATS },
  ),
  showKill(
    'after the show is completed',
    { phase: 'show.complete', nth: 1, when: 'after' },
    { show: 'whole', seats: SEATS },
  ),
];
