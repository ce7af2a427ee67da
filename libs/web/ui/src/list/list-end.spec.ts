import { ComponentFixture, TestBed } from '@angular/core/testing';
import { ListEnd, ListWords } from './list-end';

const WORDS: ListWords = {
  more: 'More bookings',
  fetching: 'Fetching more bookings…',
  all: (count) => (count === 1 ? '1 booking' : `${count} bookings`),
  soFar: (count) => `${count} bookings, and more`,
};

describe('ListEnd', () => {
  let fixture: ComponentFixture<ListEnd>;
  let wanted: number;

  const show = (inputs: Readonly<Record<string, unknown>>): void => {
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    TestBed.tick();
  };
  const button = (): HTMLButtonElement | null => fixture.nativeElement.querySelector('button');
  const said = (): string => fixture.nativeElement.querySelector('[role=status]').textContent;

  beforeEach(() => {
    wanted = 0;
    fixture = TestBed.createComponent(ListEnd);
    fixture.componentInstance.wanted.subscribe(() => wanted++);
    show({ words: WORDS, count: 2, more: true });
  });

  it('asks for the next page, and for none while it is on its way', () => {
    expect(button()?.textContent?.trim()).toBe('More bookings');
    button()?.click();
    show({ loading: true });
    expect(button()?.textContent?.trim()).toBe('Fetching more bookings…');
    button()?.click();
    expect(wanted).toBe(1);
  });

  it('says how many there are once more were asked for', () => {
    button()?.click();
    show({ loading: true });
    expect(said()).toBe('');
    show({ loading: false, count: 4 });
    expect(said()).toBe('4 bookings, and more');
  });

  it('says nothing of entries that nobody asked for', () => {
    show({ count: 3 });
    expect(said()).toBe('');
    button()?.click();
    show({ loading: true });
    show({ loading: false, count: 5 });
    show({ count: 6 });
    expect(said()).toBe('5 bookings, and more');
  });

  it('says why the next page could not be read, and asks for it again', () => {
    show({ problem: { headline: 'No connection', nextStep: 'Check your network.' } });
    expect(fixture.nativeElement.querySelector('[role=alert]').textContent).toContain('No connection');
    button()?.click();
    expect(wanted).toBe(1);
  });

  it('has no button at the end', () => {
    show({ count: 1, more: false });
    expect(button()).toBeNull();
  });
});
