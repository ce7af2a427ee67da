import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Confirmations } from '../confirm/confirmations';
import { Visitor } from '../testing/visitor';
import { FRESH_MS } from './show-dialog';

describe('a dialog that has just opened', () => {
  const QUESTION = { headline: 'Cancel?', consequences: ['Nobody can come.'], confirm: 'Cancel it', keep: 'Keep it' };

  it('takes no press by key or pointer for a moment: it was meant for what stood there before', async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    const visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    const answer = TestBed.inject(Confirmations).ask(QUESTION);
    await visitor.sees('Nobody can come.');
    const keep = document.querySelector('.keep');
    const taken = (key: string): boolean | undefined => {
      const press = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      Object.defineProperty(press, 'timeStamp', { value: performance.now() });
      return keep?.dispatchEvent(press);
    };
    const isClosedToPointers = (): boolean => keep?.closest('.cdk-overlay-pane.mx-fresh') !== null;
    expect([taken('Enter'), taken(' '), taken('Tab'), isClosedToPointers()]).toEqual([false, false, true, true]);
    await new Promise((due) => setTimeout(due, FRESH_MS + 20));
    expect([taken('Enter'), taken(' '), isClosedToPointers()]).toEqual([true, true, false]);
    await visitor.press('Keep it');
    expect(await answer).toBe(false);
  });

  it('takes a press at once from whoever has written into it', async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    const visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    const answer = TestBed.inject(Confirmations).askWhy({ ...QUESTION, why: 'Why?' });
    await visitor.sees('Nobody can come.');
    const field = document.querySelector('[role=alertdialog] :is(input, textarea)');
    const taken = (key: string): boolean | undefined => {
      const press = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      Object.defineProperty(press, 'timeStamp', { value: performance.now() });
      return field?.dispatchEvent(press);
    };
    expect([taken('Enter'), taken('x'), taken('Enter')]).toEqual([false, true, true]);
    await new Promise((due) => setTimeout(due, FRESH_MS + 20));
    await visitor.press('Keep it');
    expect(await answer).toBeUndefined();
  });
});
