import { TestKey } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, computed, signal } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { SeatStatus } from '@modex/domain';
import { plainShowPlan } from '../show-plan';
import { packStatuses } from '../status-counts';
import { SeatMap } from './seat-map';
import { SeatMapHarness } from './seat-map.harness';

@Component({
  imports: [SeatMap],
  template: `
    <mx-seat-map
      label="Seats of Ondine"
      [plan]="plan"
      [status]="status()"
      [chosen]="chosen()"
      [lost]="lost()"
      [max]="2"
      [locked]="locked()"
      [looking]="looking()"
      (toggled)="toggled($event)"
      (limitReached)="limits.set(limits() + 1)"
    />
  `,
})
class Box {
  readonly plan = plainShowPlan({ totalSeats: 6, seatsPerRow: 3 }, '0123456789abcdef');
  readonly statuses = signal<readonly SeatStatus[]>(Array(6).fill('AVAILABLE'));
  readonly status = computed(() => packStatuses(this.statuses()));
  readonly chosen = signal<ReadonlySet<string>>(new Set());
  readonly lost = signal<ReadonlySet<string>>(new Set());
  readonly limits = signal(0);
  readonly locked = signal(false);
  readonly looking = signal(false);

  toggled(seatId: string): void {
    const next = new Set(this.chosen());
    if (!next.delete(seatId)) next.add(seatId);
    this.chosen.set(next);
  }

  /** @param seat such as "A2" */
  become(seat: string, status: SeatStatus): void {
    this.statuses.update((statuses) => statuses.with(SEATS.indexOf(seat), status));
  }

  /** What is chosen, by such names. */
  get names(): readonly string[] {
    return [...this.chosen()].map((id) => SEATS[this.plan.indexOf(id)] ?? id);
  }
}

const SEATS = ['A1', 'A2', 'A3', 'B1', 'B2', 'B3'];

describe('SeatMap', () => {
  let fixture: ComponentFixture<Box>;
  let box: Box;
  let map: SeatMapHarness;

  beforeEach(async () => {
    fixture = TestBed.createComponent(Box);
    box = fixture.componentInstance;
    map = await TestbedHarnessEnvironment.loader(fixture).getHarness(SeatMapHarness);
  });

  it('gives every seat its row, number and state as a label', async () => {
    box.become('A2', 'BOOKED');
    box.become('A3', 'HELD');
    box.become('B1', 'BLOCKED');
    expect(await map.labels()).toEqual([
      'Row A, seat 1, free',
      'Row A, seat 2, taken',
      'Row A, seat 3, taken',
      'Row B, seat 1, taken',
      'Row B, seat 2, free',
      'Row B, seat 3, free',
    ]);
  });

  it('tells assistive technology which grid, rows and selected seats there are', async () => {
    await map.toggle('Row B, seat 2');
    const root: HTMLElement = fixture.nativeElement;
    expect(root.querySelector('[role=grid]')?.getAttribute('aria-label')).toBe('Seats of Ondine');
    expect([...root.querySelectorAll('[role=row]')].map((row) => row.getAttribute('aria-label'))).toEqual([
      'Row A',
      'Row B',
    ]);
    expect([...root.querySelectorAll('[aria-selected=true]')].map((seat) => seat.getAttribute('aria-label'))).toEqual([
      'Row B, seat 2, chosen',
    ]);
  });

  it('chooses a free seat by click and gives it back by another', async () => {
    await map.toggle('Row A, seat 2');
    expect(await map.labelsMarked('chosen')).toEqual(['Row A, seat 2, chosen']);
    expect(await map.announcement()).toBe('Row A, seat 2 chosen. 1 of 2 seats.');
    await new Promise((apart) => setTimeout(apart, 450));
    await map.toggle('Row A, seat 2');
    expect(await map.labelsMarked('chosen')).toEqual([]);
    expect(await map.announcement()).toBe('Row A, seat 2 given back. 0 of 2 seats.');
  });

  it('takes a double-click as one press of the seat, and two quick clicks on two seats as two', async () => {
    await map.toggle('Row A, seat 2');
    await map.toggle('Row A, seat 2');
    await map.toggle('Row A, seat 1');
    expect(await map.labelsMarked('chosen')).toHaveLength(2);
  });

  it('refuses a taken seat and says so', async () => {
    box.become('A2', 'BOOKED');
    await map.toggle('Row A, seat 2');
    expect(box.chosen().size).toBe(0);
    expect(await map.announcement()).toContain('Row A, seat 2, taken');
  });

  it('refuses one more than the most and says so', async () => {
    await map.toggle('Row A, seat 1');
    await map.toggle('Row A, seat 2');
    await map.toggle('Row A, seat 3');
    expect(box.names).toEqual(['A1', 'A2']);
    expect(box.limits()).toBe(1);
    expect(await map.announcement()).toContain('You have 2 seats, the most for one booking');
  });

  it('takes a seat at once that it refused a moment before', async () => {
    await map.toggle('Row A, seat 1');
    await map.toggle('Row A, seat 2');
    await map.toggle('Row A, seat 3');
    box.toggled(box.plan.idAt(0));
    await map.toggle('Row A, seat 3');
    expect(box.names).toEqual(['A2', 'A3']);
  });

  it('changes nothing while it is locked, and says so', async () => {
    box.locked.set(true);
    await map.toggle('Row A, seat 1');
    expect(box.chosen().size).toBe(0);
    expect(await map.announcement()).toBe('The choice cannot be changed at the moment.');
  });

  it('lets any seat be picked while only looking, and keeps saying what it is', async () => {
    box.looking.set(true);
    box.become('A2', 'BOOKED');
    await map.toggle('Row A, seat 2');
    expect(box.names).toEqual(['A2']);
    expect(await map.labelsMarked('chosen')).toEqual(['Row A, seat 2, taken']);
    expect(await map.announcement()).toBe('Row A, seat 2, taken. Picked.');
    const root: HTMLElement = fixture.nativeElement;
    expect(root.querySelector('[aria-disabled]')).toBeNull();
  });

  it('marks a lost seat until it is free again', async () => {
    box.become('B3', 'BOOKED');
    box.lost.set(new Set([box.plan.idAt(5)]));
    expect(await map.labelsMarked('lost')).toEqual(['Row B, seat 3, just taken by someone else']);
    box.become('B3', 'AVAILABLE');
    expect(await map.labelsMarked('lost')).toEqual([]);
  });

  it('has one tab stop, and the arrow keys move it', async () => {
    expect(await map.tabStopLabel()).toBe('Row A, seat 1, free');
    await map.press(TestKey.RIGHT_ARROW);
    expect(await map.tabStopLabel()).toBe('Row A, seat 2, free');
    await map.press(TestKey.DOWN_ARROW);
    expect(await map.tabStopLabel()).toBe('Row B, seat 2, free');
    await map.press(TestKey.END);
    expect(await map.tabStopLabel()).toBe('Row B, seat 3, free');
    await map.press(TestKey.RIGHT_ARROW);
    expect(await map.tabStopLabel()).toBe('Row B, seat 3, free');
    await map.press(TestKey.UP_ARROW);
    await map.press(TestKey.HOME);
    expect(await map.tabStopLabel()).toBe('Row A, seat 1, free');
    expect(fixture.nativeElement.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Row A, seat 1, free');
  });

  it('chooses by Enter and by Space', async () => {
    await map.press(TestKey.ENTER);
    await map.press(TestKey.RIGHT_ARROW);
    await map.press(' ');
    expect(box.names).toEqual(['A1', 'A2']);
  });

  it('keeps the tab stop where it is when only states change', async () => {
    await map.press(TestKey.DOWN_ARROW);
    box.become('A1', 'BOOKED');
    expect(await map.tabStopLabel()).toBe('Row B, seat 1, free');
  });
});
