import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { seatOf } from '../testing/seat-of';
import { groupSeats, SeatRows } from './seat-rows';

const STALLS = { section: 'Stalls', name: 'Stalls · Row B · Seat 1' } as const;
const CHAIR = { rowNumber: 'Table 4', section: 'Floor', name: 'Floor · Table 4 · Chair 2' } as const;
const PIT = { rowNumber: '', section: 'Pit', name: 'Pit · Place 7' } as const;
const SEATS = [seatOf('B', 5), seatOf('AA', 2), seatOf('B', 4), seatOf('B', 1, STALLS), seatOf('12', 3)];

@Component({ imports: [SeatRows], template: '<mx-seat-rows [seats]="seats" />' })
class Ticket {
  readonly seats = [...SEATS, seatOf('', 2, CHAIR), seatOf('', 7, PIT)];
}

describe('the seats of a ticket by rows', () => {
  it('keep the order that they come in, and two rows of one name apart', () => {
    expect(groupSeats(SEATS).map(({ name, numbers }) => [name, ...numbers])).toEqual([
      ['B', 4, 5],
      ['AA', 2],
      ['Stalls · B', 1],
      ['12', 3],
    ]);
  });

  it('are said a row a line, with the section where it has a name', () => {
    const fixture = TestBed.createComponent(Ticket);
    TestBed.tick();
    const lines: HTMLElement[] = [...fixture.nativeElement.querySelectorAll('li')];
    expect(lines.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())).toEqual([
      'Row B · seats 4, 5',
      'Row AA · seat 2',
      'Stalls · Row B · seat 1',
      'Row 12 · seat 3',
      'Floor · Table 4 · Chair 2',
      'Pit · Place 7',
    ]);
  });
});
