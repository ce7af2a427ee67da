import { AT_NORTH, BOOKING, seatId, SHOW } from './door-samples.harness';
import { DeedQueue, Sent } from './deed-queue';
import { Deed, Entering } from './door-deeds';
import { Shelf } from './kept-records';

/** What a device keeps, as text. */
class Device implements Shelf {
  readonly texts = new Map<string, string>();
  full = false;

  recall(name: string): unknown {
    return JSON.parse(this.texts.get(name) ?? 'null') ?? undefined;
  }
  keep(name: string, value: unknown): void {
    if (value === undefined) this.texts.delete(name);
    else if (!this.full) this.texts.set(name, JSON.stringify(value));
  }
  namesOf(beginning: string): readonly string[] {
    return [...this.texts.keys()].filter((name) => name.startsWith(beginning));
  }
}

const entering = (number: number): Entering => ({
  ...{ kind: 'enter', showId: SHOW, bookingId: BOOKING, seatId: seatId(number), seat: `Row A, seat ${number}` },
  ...{ scanId: `scan-${number}`, door: 'South', at: `2026-12-24T18:4${number}:00.000Z` },
});
const undoing = (number: number): Deed & { kind: 'undo' } => ({
  ...{ kind: 'undo', showId: SHOW, bookingId: BOOKING, seatId: seatId(number), scanId: `scan-${number}` },
});

describe('what a door did without a network', () => {
  let device: Device;
  let queue: DeedQueue;
  let sent: Deed[];
  const answering =
    (answer: (deed: Deed) => Sent) =>
    async (deed: Deed): Promise<Sent> => {
      sent.push(deed);
      return answer(deed);
    };
  beforeEach(() => {
    device = new Device();
    queue = new DeedQueue(device);
    sent = [];
  });

  it('is sent in the order in which it was done, and then forgotten', async () => {
    for (const number of [2, 1, 3]) queue.enter(entering(number));
    await queue.flush(answering(() => 'done'));
    expect(sent.map(({ scanId }) => scanId)).toEqual(['scan-2', 'scan-1', 'scan-3']);
    expect([queue.deeds(), device.texts.size]).toEqual([[], 0]);
  });

  it('outlives a reload, and is sent with the same scans', async () => {
    queue.enter(entering(1));
    queue.enter(entering(2));
    const afterwards = new DeedQueue(device);
    expect(afterwards.deeds()).toEqual([entering(1), entering(2)]);
    await afterwards.flush(answering(() => 'done'));
    expect(sent).toEqual([entering(1), entering(2)]);
    expect(new DeedQueue(device).deeds()).toEqual([]);
  });

  it('stays, from the first that cannot be sent on', async () => {
    for (const number of [1, 2, 3]) queue.enter(entering(number));
    await queue.flush(answering(({ scanId }) => (scanId === 'scan-2' ? 'later' : 'done')));
    expect(queue.deeds()).toEqual([entering(2), entering(3)]);
    await queue.flush(answering(() => 'done'));
    expect(sent.map(({ scanId }) => scanId)).toEqual(['scan-1', 'scan-2', 'scan-2', 'scan-3']);
  });

  it('is told as a conflict when the API refuses it, until somebody has seen to it; the others are sent', async () => {
    for (const number of [1, 2]) queue.enter(entering(number));
    const refusal = { code: 'ticket-used', entry: { at: AT_NORTH.at, door: AT_NORTH.door } };
    await queue.flush(answering(({ scanId }) => (scanId === 'scan-1' ? refusal : 'done')));
    expect(queue.deeds()).toEqual([]);
    const afterwards = new DeedQueue(device);
    expect(afterwards.conflicts()).toEqual([{ deed: entering(1), refusal }]);
    for (const conflict of afterwards.conflicts()) afterwards.settle(conflict);
    expect(new DeedQueue(device).conflicts()).toEqual([]);
  });

  it('is not sent when it was undone; the undoing is, for the API may have had the entry', async () => {
    queue.enter(entering(1));
    queue.undo(undoing(1));
    await queue.flush(answering(() => 'done'));
    expect(sent).toEqual([undoing(1)]);
  });

  it('is no conflict when it was undone while it was refused', async () => {
    queue.enter(entering(1));
    await queue.flush(
      answering(({ kind }) => {
        if (kind === 'enter') queue.undo(undoing(1));
        return kind === 'enter' ? { code: 'ticket-void' } : 'done';
      }),
    );
    expect([queue.conflicts(), queue.deeds()]).toEqual([[], []]);
    expect(sent.map(({ kind }) => kind)).toEqual(['enter', 'undo']);
  });

  it('is sent once though it is asked for twice at the same time, with what was done meanwhile', async () => {
    queue.enter(entering(1));
    const send = answering(({ scanId }) => {
      if (scanId === 'scan-1') queue.enter(entering(2));
      return 'done';
    });
    await Promise.all([queue.flush(send), queue.flush(send)]);
    expect(sent).toEqual([entering(1), entering(2)]);
  });

  it('is kept by the page where the device keeps nothing', async () => {
    device.full = true;
    queue.enter(entering(1));
    expect(queue.deeds()).toEqual([entering(1)]);
    await queue.flush(answering(() => ({ code: 'ticket-void' })));
    expect(queue.conflicts()).toEqual([{ deed: entering(1), refusal: { code: 'ticket-void' } }]);
  });

  it('is left alone where another version of the site has written something else', () => {
    device.keep('door-deeds.enter.x', 'something');
    device.keep('door-conflicts.x', 7);
    expect([queue.deeds(), queue.conflicts()]).toEqual([[], []]);
  });
});
