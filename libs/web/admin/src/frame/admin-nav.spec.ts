import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, RouterOutlet } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Role } from '@modex/domain';
import { AdminNav } from './admin-nav';

/** Of whoever is signed in. */
const ROLE: { current: Role } = { current: 'OWNER' };

@Component({ imports: [AdminNav, RouterOutlet], template: '<mx-admin-nav [role]="role" /><router-outlet />' })
class AnAdminArea {
  protected readonly role = ROLE.current;
}

@Component({ template: '' })
class ARoom {}

describe('AdminNav', () => {
  afterEach(() => (ROLE.current = 'OWNER'));

  it.each<[Role, readonly string[]]>([
    ['OWNER', ['Shows', 'Seating plans', 'Bookings', 'Mail', 'Audit', 'People', 'Organiser']],
    ['BOX_OFFICE', ['Shows', 'Bookings', 'Mail']],
    ['DOOR', ['Shows', 'Bookings']],
  ])('shows to %s what that role may open', async (role, parts) => {
    ROLE.current = role;
    const children = [{ path: '**', component: ARoom }];
    TestBed.configureTestingModule({
      providers: [provideRouter([{ path: 'admin', component: AnAdminArea, children }])],
    });
    await RouterTestingHarness.create('/admin');
    expect([...document.querySelectorAll('nav a')].map(({ textContent }) => textContent.trim())).toEqual(parts);
  });

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
