import { ObjectId } from 'mongodb';
import { admin } from '../../harness/actors';
import { until } from '../../harness/until';
import type { Arena } from '../arena';
import { drawHall, showInHall, switchAt, wrongIn } from '../drawn-hall';
import type { KillCase, Scene } from './scene';
import { mustBe, mustBreak, story } from './scene';

/** The sweep comes within 10 s of the end of a lease, or of a commit; the rest is for a machine under load. In milliseconds. */
const SWEPT_WITHIN_MS = 20_000;

/** What a death leaves: a show in this version of its plan, after the sweep where there is something to do for it. */
interface Left {
  readonly version: 1 | 2;
  readonly isSwept: boolean;
}

/** The server dies while it switches the plan of a show, which is then wholly in the one version or the other. */
function switching({ version, isSwept }: Left): KillCase['play'] {
  return async ({ arena, doomed, buyer, rival }: Scene) => {
    const owner = await admin(arena.http());
    const { showId, seatIds } = await showInHall(owner, await drawHall(owner), `Killed at version ${version}`);
    const [first = '', , , last = ''] = seatIds;
    const broken = await mustBreak(await switchAt(doomed.http, owner, showId), doomed);
    // Seats that stay what they are can be bought at every moment.
    const bought = await buyer.book(showId, [first]);
    const left = [
      ...mustBe('the version right after', await versionOf(arena, showId), version),
      ...mustBe('a seat that stays', story(bought), '201 booked'),
    ];
    await endLease(arena, showId);
    const swept = isSwept ? await isOver(arena, showId) : [];
    const wrong = await wrongIn(arena, arena.http(), showId);
    const again = await switchAt(arena.http(), owner, showId);
    const next = await rival.book(showId, [last]);
    return [
      ...[...broken, ...left, ...swept, ...wrong],
      ...mustBe('switched again', again.status, 200),
      ...mustBe('the version in the end', await versionOf(arena, showId), 2),
      ...(await wrongIn(arena, arena.http(), showId)),
      // Its server may know it for a second as it was.
      ...(['201 booked', '409 seat-taken'].includes(story(next)) ? [] : [`the next buyer: ${story(next)}`]),
    ];
  };
}

async function versionOf({ database }: Arena, showId: string): Promise<unknown> {
  const show = await database.db.collection('shows').findOne({ _id: ObjectId.createFromHexString(showId) });
  return show?.['layout_version'];
}

/** Ends the lease of the switch by the database's clock, so that the sweep has not to be waited for. */
async function endLease({ database }: Arena, showId: string): Promise<void> {
  const past = { $add: ['$$NOW', -60_000] };
  const filter = { _id: ObjectId.createFromHexString(showId), 'plan_switch.state': 'PREPARING' };
  const set = { plan_switch: { $mergeObjects: ['$plan_switch', { until: past }] }, switch_due: past };
  await database.db.collection('shows').updateOne(filter, [{ $set: set }]);
}

/** Waits until the sweep has finished or undone the switch. @returns a complaint when it does not come to that */
async function isOver({ database }: Arena, showId: string): Promise<readonly string[]> {
  const over = { _id: ObjectId.createFromHexString(showId), 'plan_switch.state': { $in: ['DONE', 'UNDONE'] } };
  try {
    await until('the end of the switch', SWEPT_WITHIN_MS, async () => {
      return (await database.db.collection('shows').countDocuments(over)) === 1;
    });
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

function switchKill(name: string, phase: string, when: 'before' | 'after', left: Left): KillCase {
  return { name, point: { phase, nth: 1, when }, play: switching(left) };
}

const [EARLIER, LATER] = [
  { version: 1, isSwept: true },
  { version: 2, isSwept: true },
] as const;

/** Death at every step of a switch of a show's plan. */
export const SWITCH_KILLS: readonly KillCase[] = [
  switchKill('before a switch of the plan begins', 'switch.preparing', 'before', { version: 1, isSwept: false }),
  switchKill('after a switch of the plan has begun', 'switch.preparing', 'after', EARLIER),
  switchKill('after seats are set aside for a switch', 'seat.set-aside', 'after', EARLIER),
  switchKill('after seats are made for a switch', 'seat.make', 'after', EARLIER),
  switchKill('before the commit of a switch', 'switch.finishing', 'before', EARLIER),
  switchKill('after the commit of a switch', 'switch.finishing', 'after', LATER),
  switchKill('after seats are removed by a switch', 'seat.remove-switched', 'after', LATER),
  switchKill('after seats are renamed by a switch', 'seat.rename', 'after', LATER),
];
