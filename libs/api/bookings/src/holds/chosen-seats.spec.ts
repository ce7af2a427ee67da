import { ChosenSeats } from './chosen-seats';

describe('seats that requests have chosen', () => {
  let chosen: ChosenSeats;
  let events: string[];
  beforeEach(() => {
    chosen = new ChosenSeats();
    events = [];
  });

  /** A request that is under way until it is ended. */
  const choose = (showId: string, places: readonly number[]) => {
    let end: { resolve(how: string): void; reject(error: Error): void } | undefined;
    const attempt = new Promise<string>((resolve, reject) => (end = { resolve, reject }));
    const isOver = chosen
      .during(showId, places, () => attempt)
      .catch(({ message }: Error) => message)
      .then((how) => events.push(how));
    return { resolve: (how: string) => end?.resolve(how), reject: (error: Error) => end?.reject(error), isOver };
  };

  it('are known until their request has them or has failed, each show its own', async () => {
    const [one, other] = [choose('a', [1, 2]), choose('a', [5])];
    choose('b', [7]);
    expect([...chosen.of('a')]).toEqual([1, 2, 5]);
    one.resolve('has them');
    await one.isOver;
    expect([...chosen.of('a')]).toEqual([5]);
    other.reject(new Error('has failed'));
    await other.isOver;
    expect([[...chosen.of('a')], [...chosen.of('b')]]).toEqual([[], [7]]);
    expect(events).toEqual(['has them', 'has failed']);
  });

  it('can be waited for: until all requests that are under way have ended, and no longer', async () => {
    await chosen.settled('a');
    const [one, other] = [choose('a', [1]), choose('a', [2])];
    const waiting = chosen.settled('a').then(() => events.push('settled'));
    choose('a', [3]);
    one.reject(new Error('has failed'));
    await one.isOver;
    other.resolve('has them');
    await Promise.all([other.isOver, waiting]);
    expect(events[0]).toBe('has failed');
    expect(new Set(events.slice(1))).toEqual(new Set(['has them', 'settled']));
  });
});
