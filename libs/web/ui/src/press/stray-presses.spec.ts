import { TestBed } from '@angular/core/testing';
import { SETTLE_MS, Writes } from '../write/write-gate';
import { StrayPresses } from './stray-presses';

describe('the second of two taps', () => {
  let heard: string[];
  let writes: Writes;

  beforeEach(() => {
    document.body.replaceChildren();
    heard = [];
    writes = TestBed.inject(Writes);
    TestBed.inject(StrayPresses);
  });

  const button = (name: string): HTMLButtonElement => {
    const made = document.createElement('button');
    made.addEventListener('click', () => heard.push(name));
    document.body.append(made);
    return made;
  };
  const tap = (target: Element, after = 0, x = 100): void => {
    const press = new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1, clientX: x });
    Object.defineProperty(press, 'timeStamp', { value: performance.now() + after });
    target.dispatchEvent(press);
  };
  const gone = (): void => {
    const first = button('first');
    tap(first);
    first.remove();
  };

  it('does not press what lies there after the first made its button go away', () => {
    gone();
    tap(button('page'), 300);
    expect(heard).toEqual(['first']);
  });

  it('counts when it comes later, or elsewhere', () => {
    gone();
    tap(button('page'), 450);
    gone();
    tap(button('page'), 300, 160);
    expect(heard).toEqual(['first', 'page', 'first', 'page']);
  });

  it('counts where the first button still is', () => {
    tap(button('first'));
    tap(button('beside'), 300);
    expect(heard).toEqual(['first', 'beside']);
  });

  it('does not press anything until what was written has settled', async () => {
    gone();
    await writes.during(async () => undefined);
    tap(button('page'), SETTLE_MS - 50);
    expect(heard).toEqual(['first']);
    tap(button('page'), SETTLE_MS + 450);
    expect(heard).toEqual(['first', 'page']);
  });

  it('counts while what was chosen is written beside', async () => {
    gone();
    await writes.beside(async () => undefined);
    tap(button('page'), 450);
    expect(heard).toEqual(['first', 'page']);
  });

  it('counts when something was written in between', () => {
    gone();
    document.body.dispatchEvent(new Event('input', { bubbles: true }));
    tap(button('page'), 100);
    expect(heard).toEqual(['first', 'page']);
  });

  it('counts when it is made by a key', () => {
    gone();
    button('page').click();
    expect(heard).toEqual(['first', 'page']);
  });
});
