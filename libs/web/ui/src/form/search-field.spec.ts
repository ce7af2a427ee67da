import { ComponentFixture, TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { SearchField } from './search-field';

const PAUSE_MS = 250;

describe('SearchField', () => {
  let fixture: ComponentFixture<SearchField>;
  const navigate = jest.fn();

  beforeEach(() => {
    jest.useFakeTimers();
    navigate.mockReset().mockResolvedValue(true);
    TestBed.configureTestingModule({ providers: [{ provide: Router, useValue: { navigate } }] });
    fixture = TestBed.createComponent(SearchField);
    fixture.componentRef.setInput('label', 'Search shows');
    fixture.componentRef.setInput('longest', 100);
    TestBed.tick();
  });

  afterEach(() => {
    fixture.destroy();
    jest.useRealTimers();
  });

  const field = (): HTMLInputElement => fixture.nativeElement.querySelector('input');
  const write = (words: string): void => {
    field().value = words;
    field().dispatchEvent(new Event('input'));
    TestBed.tick();
  };
  const pass = async (milliseconds: number): Promise<void> => {
    await jest.advanceTimersByTimeAsync(milliseconds);
    TestBed.tick();
  };

  it('puts what was written into the address, a moment after the last letter', async () => {
    write('ond');
    await pass(PAUSE_MS - 1);
    write(' ondine ');
    await pass(PAUSE_MS - 1);
    expect(navigate).not.toHaveBeenCalled();
    await pass(1);
    expect(navigate).toHaveBeenCalledTimes(1);
    expect(navigate).toHaveBeenCalledWith([], { queryParams: { q: 'ondine' }, replaceUrl: true });
  });

  it('takes what is sent over at once', () => {
    write('ondine');
    fixture.nativeElement.querySelector('form').dispatchEvent(new Event('submit', { cancelable: true }));
    expect(navigate).toHaveBeenCalledWith([], { queryParams: { q: 'ondine' }, replaceUrl: true });
  });

  it('shows what the address says, and clears it', async () => {
    fixture.componentRef.setInput('query', 'ondine');
    TestBed.tick();
    await pass(PAUSE_MS);
    expect(field().value).toBe('ondine');
    fixture.nativeElement.querySelector('button').click();
    TestBed.tick();
    expect(field().value).toBe('');
    expect(fixture.nativeElement.querySelector('button')).toBeNull();
    await pass(PAUSE_MS);
    expect(navigate).toHaveBeenCalledWith([], { queryParams: { q: null }, replaceUrl: true });
  });

  it('has its label and its hint, also where the label is only heard', () => {
    fixture.componentRef.setInput('hint', 'The whole code.');
    TestBed.tick();
    expect(field().labels?.[0]?.textContent?.trim()).toBe('Search shows');
    expect(document.getElementById(field().getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'The whole code.',
    );
    fixture.componentRef.setInput('hero', true);
    TestBed.tick();
    expect(field().labels?.[0]?.textContent?.trim()).toBe('Search shows');
  });
});
