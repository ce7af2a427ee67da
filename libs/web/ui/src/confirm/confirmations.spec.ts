import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Visitor } from '../testing/visitor';
import { Confirmation } from './confirmation';
import { Confirmations } from './confirmations';

const QUESTION: Confirmation = {
  headline: 'Cancel the show?',
  consequences: ['Nobody can come.'],
  confirm: 'Cancel the show',
  keep: 'Keep the show',
  why: 'Why?',
};

describe('a question before something that cannot be taken back', () => {
  let visitor: Visitor;
  let confirmations: Confirmations;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    confirmations = TestBed.inject(Confirmations);
  });

  it('is answered with no by the button that keeps everything, whatever stands in the field', async () => {
    const asked = confirmations.ask(QUESTION);
    await visitor.press('Keep the show');
    expect(await asked).toBe(false);
    const why = confirmations.askWhy(QUESTION);
    await visitor.fill('Why? optional', 'The singer is ill.');
    await visitor.press('Keep the show');
    expect(await why).toBeUndefined();
  });

  it('is answered with yes by the button that does it, with a reason or without', async () => {
    const asked = confirmations.ask(QUESTION);
    await visitor.press('Cancel the show');
    expect(await asked).toBe(true);
    const without = confirmations.askWhy(QUESTION);
    await visitor.press('Cancel the show');
    expect(await without).toBe('');
    const why = confirmations.askWhy(QUESTION);
    await visitor.fill('Why? optional', ' The singer is ill. ');
    await visitor.press('Cancel the show');
    expect(await why).toBe('The singer is ill.');
  });

  it('is answered with yes only after the box is checked, where there is one', async () => {
    const asked = confirmations.ask({ ...QUESTION, understood: 'Yes, cancel it' });
    await visitor.sees('Yes, cancel it');
    document.querySelector<HTMLButtonElement>('.confirm')?.click();
    const meanwhile = new Promise((due) => setTimeout(due, 300, 'still asking'));
    expect(await Promise.race([asked, meanwhile])).toBe('still asking');
    await visitor.check('Yes, cancel it');
    await visitor.press('Cancel the show');
    expect(await asked).toBe(true);
  });
});
