import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, RouterOutlet } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { AdminNav } from './admin-nav';

@Component({ imports: [AdminNav, RouterOutlet], template: '<mx-admin-nav /><router-outlet />' })
class AnAdminArea {}

@Component({ template: '' })
class ARoom {}

describe('AdminNav', () => {
  it.each([
    ['/admin', 'Shows'],
    ['/admin/shows/new', 'Shows'],
    ['/admin/shows/s1/ledger', 'Shows'],
    ['/admin/bookings', 'Bookings'],
    ['/admin/bookings?q=ada', 'Bookings'],
    ['/admin/bookings/b1', 'Bookings'],
    ['/admin/mails?state=REFUSED', 'Mail'],
    ['/admin/audit', 'Audit'],
    ['/admin/plans/p1', 'Seating plans'],
    ['/admin/organiser', 'Organiser'],
  ])('marks on %s that one is in %s', async (url, part) => {
    const children = [{ path: '**', component: ARoom }];
    TestBed.configureTestingModule({
      providers: [provideRouter([{ path: 'admin', component: AnAdminArea, children }])],
    });
    const harness = await RouterTestingHarness.create(url);
    await harness.fixture.whenStable();
    const marked = [...document.querySelectorAll('nav .here')].map(({ textContent }) => textContent);
    expect(marked).toEqual([part]);
  });
});
