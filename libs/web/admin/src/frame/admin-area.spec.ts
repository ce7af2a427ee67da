import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Api, listAllShows, UserResponse } from '@modex/web-api-client';
import { sessionEndInterceptor } from '@modex/web-account';
import { Visitor } from '@modex/web-ui/testing';
import { adminRoutes } from '../admin.routes';

const ADA: UserResponse = {
  userId: 'ada',
  name: 'Ada',
  email: 'ada@example.org',
  role: 'CUSTOMER',
  kind: 'REGISTERED',
  emailProved: true,
};
const BOSS: UserResponse = {
  userId: 'boss',
  name: 'Boss',
  email: 'boss@example.org',
  role: 'OWNER',
  kind: 'REGISTERED',
  emailProved: true,
};
/** What each part of the admin area says while it waits for its answer. */
const NEWS: Readonly<Record<string, string>> = {
  Shows: 'Fetching the shows',
  Audit: 'Fetching the last audit',
  People: 'Fetching who works here',
};

describe('AdminArea', () => {
  let visitor: Visitor;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([sessionEndInterceptor])),
        provideHttpClientTesting(),
        provideRouter([...adminRoutes(), { path: 'admin', children: adminRoutes() }]),
      ],
    });
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    await RouterTestingHarness.create('/');
  });

  const asksNoAdminThing = (): void => {
    TestBed.inject(HttpTestingController).expectNone('/api/admin/shows');
  };

  it('shows the sign-in in place to somebody who is not signed in, and lets an admin in', async () => {
    await visitor.refuse('GET /api/auth/me', { status: 401, code: 'unauthenticated' });
    await visitor.sees('Admin area');
    asksNoAdminThing();
    await visitor.fill('E-mail', BOSS.email);
    await visitor.fill('Password', 'curtain up at eight');
    await visitor.press('Sign in');
    await visitor.answer('POST /api/auth/login', { userId: 'boss', token: 't', user: BOSS });
    await visitor.answer('GET /api/auth/me', { user: BOSS });
    await visitor.answer('GET /api/admin/shows', { items: [], nextCursor: null });
    await visitor.sees('The calendar is empty');
  });

  it('does not show the admin area to a customer', async () => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await visitor.sees('This page is for admins');
    asksNoAdminThing();
    expect(visitor.buttonNames()).not.toContain('New show');
  });

  it('marks the part of the admin area that one is in', async () => {
    await visitor.answer('GET /api/auth/me', { user: BOSS });
    await visitor.sees('Audit');
    const marked = (): readonly string[] =>
      [...document.querySelectorAll('nav[aria-label=Admin] .here')].map(({ textContent }) => textContent);
    expect(marked()).toEqual(['Shows']);
    for (const name of ['People', 'Audit', 'Shows']) {
      await visitor.press(name);
      await visitor.sees(NEWS[name] ?? '');
      expect(marked()).toEqual([name]);
    }
  });

  it('leads somebody whose role a page is not for to the first one', async () => {
    await TestBed.inject(Router).navigateByUrl('/people');
    await visitor.answer('GET /api/auth/me', { user: { ...BOSS, role: 'DOOR' } });
    await visitor.sees('Shows');
    expect(TestBed.inject(Router).url).toBe('/admin');
  });

  it('lets a customer sign in with another account', async () => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await visitor.press('Sign in as an admin');
    await expect(visitor.control('Password')).resolves.toHaveProperty('autocomplete', 'current-password');
    asksNoAdminThing();
  });

  it('keeps what is written while the admin signs in again, and closes the rooms to anybody else', async () => {
    await visitor.answer('GET /api/auth/me', { user: BOSS });
    await TestBed.inject(Router).navigateByUrl('/shows/new');
    await visitor.fill('Title', 'Ondine');
    const title = await visitor.control('Title');
    const end = TestBed.inject(Api)
      .invoke(listAllShows)
      .catch(() => undefined);
    await visitor.refuse('GET /api/admin/shows', { status: 401, code: 'unauthenticated' });
    await end;
    await visitor.sees('Admin area');
    expect(title.closest('[hidden]')).not.toBeNull();
    await visitor.fill('E-mail', BOSS.email);
    await visitor.fill('Password', 'curtain up at eight');
    await visitor.press('Sign in');
    await visitor.answer('POST /api/auth/login', { userId: 'boss', user: BOSS });
    await visitor.seesNoMore('Admin area');
    expect((await visitor.control('Title')).value).toBe('Ondine');
    expect(title.isConnected && title.closest('[hidden]')).toBeNull();
  });
});
