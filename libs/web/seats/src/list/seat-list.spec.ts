import { Component, computed, signal } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { SeatStatus } from '@modex/domain';
import { plainShowPlan, ShowPlan } from '../show-plan';
import { packStatuses } from '../status-counts';
import { arena } from '../testing/arena';
import { SeatList } from './seat-list';

@Component({
  imports: [SeatList],
  template: `
    <mx-seat-list
      [plan]="plan()"
      [status]="status()"
      [chosen]="chosen()"
      [max]="2"
      (toggled)="toggled.set(toggled().concat($event))"
      (limitReached)="limits.set(limits() + 1)"
      (standingPressed)="standing.set(standing().concat($event))"
    />
  `,
})
class Page {
  readonly size = signal({ totalSeats: 6, seatsPerRow: 3 });
  readonly drawn = signal<ShowPlan | undefined>(undefined);
  readonly plan = computed(() => this.drawn() ?? plainShowPlan(this.size(), '0123456789abcdef'));
  readonly statuses = signal<readonly SeatStatus[]>([]);
  readonly status = computed(() => packStatuses(this.statuses()));
  readonly chosen = signal<ReadonlySet<string>>(new Set());
  readonly toggled = signal<readonly string[]>([]);
  readonly limits = signal(0);
  readonly standing = signal<readonly string[]>([]);
}

describe('SeatList', () => {
  let fixture: ComponentFixture<Page>;
  let page: Page;

  beforeEach(() => {
    fixture = TestBed.createComponent(Page);
    page = fixture.componentInstance;
    TestBed.tick();
  });

  const all = (selector: string): HTMLElement[] => [...fixture.nativeElement.querySelectorAll(selector)];
  const press = (name: string): void => {
    const found = all('button').find((button) =>
      (button.getAttribute('aria-label') ?? button.textContent)?.includes(name),
    );
    if (!found) throw new Error(`There is no button "${name}".`);
    found.click();
    TestBed.tick();
  };
  const names = (): (string | null)[] => all('[role=checkbox]').map((seat) => seat.getAttribute('aria-label'));

  it('tells of each row how many seats are free, and shows the seats of the opened one', () => {
    page.statuses.set(['BOOKED', 'AVAILABLE', 'AVAILABLE', 'AVAILABLE', 'HELD', 'BLOCKED']);
    TestBed.tick();
    expect(all('.row').map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      'Row A 2 free',
      'Row B 1 free',
    ]);
    expect(names()).toEqual([]);
    press('Row B');
    expect(names()).toEqual(['Row B, seat 1, free', 'Row B, seat 2, taken', 'Row B, seat 3, taken']);
  });

  it('asks for a free seat and for one that is chosen, and for none that is taken', () => {
    page.statuses.set(['BOOKED', 'AVAILABLE', 'AVAILABLE', 'AVAILABLE', 'AVAILABLE', 'AVAILABLE']);
    page.chosen.set(new Set([page.plan().idAt(1)]));
    press('Row A');
    press('Row A, seat 1');
    press('Row A, seat 2');
    press('Row A, seat 3');
    expect(page.toggled()).toEqual([page.plan().idAt(1), page.plan().idAt(2)]);
    expect(all('[aria-checked=true]').map((seat) => seat.getAttribute('aria-label'))).toEqual([
      'Row A, seat 2, chosen',
    ]);
  });

  it('says so when one more than the most is asked for', () => {
    page.chosen.set(new Set([page.plan().idAt(0), page.plan().idAt(1)]));
    press('Row A');
    press('Row A, seat 3');
    expect([page.toggled(), page.limits()]).toEqual([[], 1]);
  });

  it('finds the places for wheelchairs at once, and the seats of a category', () => {
    page.drawn.set(arena());
    TestBed.tick();
    all('input[type=checkbox]')[0]?.click();
    TestBed.tick();
    expect(names()).toEqual([1, 2, 19, 20].map((seat) => `Stalls · Row J · Seat ${seat}, wheelchair place, free`));
    all('input[type=checkbox]')[0]?.click();
    const [, category] = all('select') as HTMLSelectElement[];
    if (!category) throw new Error('There is no choice of categories.');
    category.value = 'far';
    category.dispatchEvent(new Event('change'));
    TestBed.tick();
    expect(all('.row')[0]?.textContent).toContain('Stalls · Row F');
  });

  it('has one entry for a section where people stand, which asks how many and offers no place of its own', () => {
    const plan = arena();
    page.drawn.set(plan);
    page.statuses.set(Array.from({ length: plan.size }, (_, index) => (index === 320 ? 'BOOKED' : 'AVAILABLE')));
    TestBed.tick();
    const [section] = all('select') as HTMLSelectElement[];
    if (!section) throw new Error('There is no choice of sections.');
    section.value = '2';
    section.dispatchEvent(new Event('change'));
    TestBed.tick();
    expect(all('.row').map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      'Pit 79 free How many?',
    ]);
    press('Pit');
    expect([page.standing(), page.toggled(), names()]).toEqual([['pit'], [], []]);
  });

  it('asks for no place to stand where none is free, and says so', () => {
    page.drawn.set(arena());
    page.statuses.set(Array(400).fill('BOOKED'));
    TestBed.tick();
    const [section] = all('select') as HTMLSelectElement[];
    if (!section) throw new Error('There is no choice of sections.');
    section.value = '2';
    section.dispatchEvent(new Event('change'));
    TestBed.tick();
    press('Pit');
    expect(page.standing()).toEqual([]);
    expect(all('[role=status]')[0]?.textContent).toBe('No place is free there at the moment.');
  });

  it('has few elements for a plan of any size, and every seat can be reached', () => {
    page.size.set({ totalSeats: 100_000, seatsPerRow: 400 });
    TestBed.tick();
    press('Next rows');
    press('Row Z');
    press('Next seats');
    expect(names()[0]).toBe('Row Z, seat 61, free');
    expect(all('*').length).toBeLessThan(300);
  });
});
