import { TestBed } from '@angular/core/testing';
import { BackGuard } from './back-guard';

describe('Back', () => {
  let guard: BackGuard;
  let heard: number;
  const listen = (): void => void heard++;

  beforeEach(() => {
    heard = 0;
    history.replaceState({ navigationId: 7 }, '');
    guard = TestBed.inject(BackGuard);
    window.addEventListener('popstate', listen);
  });

  afterEach(() => window.removeEventListener('popstate', listen));

  const goBack = async (): Promise<void> => {
    const before: unknown = history.state;
    history.back();
    while (history.state === before) await new Promise((due) => setTimeout(due));
  };

  it('closes what lies over the page, and the router learns nothing of it', async () => {
    const close = jest.fn();
    const leave = guard.cover(close);
    expect(history.state).toMatchObject({ navigationId: 7 });
    await goBack();
    await leave();
    expect(close).toHaveBeenCalledTimes(1);
    expect(heard).toBe(0);
    expect(history.state).toEqual({ navigationId: 7 });
  });

  it('closes the uppermost of two alone', async () => {
    const [lower, upper] = [jest.fn(), jest.fn()];
    const leaves = [guard.cover(lower), guard.cover(upper)];
    await goBack();
    expect([lower.mock.calls.length, upper.mock.calls.length]).toEqual([0, 1]);
    await goBack();
    expect([lower.mock.calls.length, upper.mock.calls.length]).toEqual([1, 1]);
    await Promise.all(leaves.map((leave) => leave()));
  });

  it('finds no entry left by what closed in another way', async () => {
    const leave = guard.cover(jest.fn());
    await leave();
    expect(history.state).toEqual({ navigationId: 7 });
    expect(heard).toBe(0);
  });

  it('leaves a page alone that has moved on meanwhile', async () => {
    const leave = guard.cover(jest.fn());
    history.pushState({ navigationId: 8 }, '');
    await leave();
    expect(history.state).toEqual({ navigationId: 8 });
  });

  it('is the router’s where nothing lies over the page', async () => {
    history.pushState({ navigationId: 8 }, '');
    await goBack();
    expect(heard).toBe(1);
  });
});
