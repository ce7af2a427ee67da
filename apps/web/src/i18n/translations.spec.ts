import { registerLocaleData } from '@angular/common';
import { Component, signal, Type, WritableSignal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { clearTranslations, ɵcomputeMsgId as idOf } from '@angular/localize';
import { speak } from './translations';

const COUNTED = '{VAR_PLURAL, plural, =1 {one seat} other {{INTERPOLATION} seats}}';
const POLISH = {
  [idOf('Give back')]: 'Oddaj',
  [idOf('Give these seats back')]: 'Oddaj te miejsca',
  [idOf(COUNTED)]:
    '{VAR_PLURAL, plural, one {jedno miejsce} few {{INTERPOLATION} miejsca} other {{INTERPOLATION} miejsc}}',
};

let loads = 0;

/** A page as it is when its module is loaded: it reads its words once, when it is first shown. */
function loadPage(): Type<{ readonly count: WritableSignal<number> }> {
  @Component({
    selector: `test-page-${++loads}`,
    template: `
      <button i18n aria-label="Give these seats back" i18n-aria-label>Give back</button>
      <p i18n>{count(), plural, =1 {one seat} other {{{ count() }} seats}}</p>
    `,
  })
  class Page {
    readonly count = signal(1);
  }
  return Page;
}

function serve(answer: () => Promise<Response>): readonly string[] {
  const asked: string[] = [];
  globalThis.fetch = (address) => {
    asked.push(String(address));
    return answer();
  };
  return asked;
}

function answerOf(status: number, body: unknown): Response {
  return { ok: status < 400, status, json: () => Promise.resolve(body) } as Response;
}

async function shown(count: number): Promise<readonly (string | null | undefined)[]> {
  const page = TestBed.createComponent(loadPage());
  page.componentInstance.count.set(count);
  await page.whenStable();
  const root: HTMLElement = page.nativeElement;
  const button = root.querySelector('button');
  return [button?.textContent, button?.getAttribute('aria-label'), root.querySelector('p')?.textContent];
}

const asAsked = globalThis.fetch;

describe('the words of a language', () => {
  beforeEach(() => jest.spyOn(console, 'error').mockImplementation());
  afterEach(() => {
    globalThis.fetch = asAsked;
    delete $localize.locale;
    document.documentElement.lang = 'en';
    clearTranslations();
    jest.restoreAllMocks();
  });

  it('says texts, attributes and every plural form in the words of its file', async () => {
    const asked = serve(() => Promise.resolve(answerOf(200, POLISH)));
    await speak('pl', 'pl-1a2b3c4d', registerLocaleData);
    expect(asked).toEqual(['/i18n/pl-1a2b3c4d.json']);
    expect(document.documentElement.lang).toBe('pl');
    expect(await shown(1)).toEqual(['Oddaj', 'Oddaj te miejsca', 'jedno miejsce']);
    expect(await shown(3)).toEqual(['Oddaj', 'Oddaj te miejsca', '3 miejsca']);
    expect(await shown(5)).toEqual(['Oddaj', 'Oddaj te miejsca', '5 miejsc']);
  });

  it.each([
    ['there are no words', () => Promise.resolve(answerOf(404, {}))],
    ['nothing arrives', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('stays English when %s', async (_, answer) => {
    serve(answer);
    await speak('pl', 'pl-1a2b3c4d', registerLocaleData);
    expect(document.documentElement.lang).toBe('en');
    expect(await shown(3)).toEqual(['Give back', 'Give these seats back', '3 seats']);
  });
});
