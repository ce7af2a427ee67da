import { setImmediate } from 'node:timers/promises';
import { Turns } from './turns';

describe('work in turn', () => {
  it('of one key is done one after the other in its order, and of another key meanwhile', async () => {
    const turns = new Turns();
    const steps: string[] = [];
    const work = (name: string) => async (): Promise<string> => {
      steps.push(`${name} begins`);
      await setImmediate();
      steps.push(`${name} ends`);
      return name;
    };
    const done = [turns.after('a', work('first')), turns.after('a', work('second')), turns.after('b', work('other'))];
    expect(await Promise.all(done)).toEqual(['first', 'second', 'other']);
    expect(steps.filter((step) => !step.startsWith('other'))).toEqual([
      'first begins',
      'first ends',
      'second begins',
      'second ends',
    ]);
    expect(steps.indexOf('other begins')).toBeLessThan(steps.indexOf('first ends'));
  });

  it('goes on after work that failed, and keeps nothing of what is over', async () => {
    const turns = new Turns();
    const failing = turns.after('a', () => Promise.reject(new Error('no storage')));
    const next = turns.after('a', () => Promise.resolve('next'));
    await expect(failing).rejects.toThrow('no storage');
    expect(await next).toBe('next');
    expect(turns.size).toBe(0);
  });
});
