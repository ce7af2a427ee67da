import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { UserResponse } from '@modex/web-api-client';
import { Visitor } from '@modex/web-ui';
import { adminRoutes } from '../admin.routes';

const ADA: UserResponse = {
  userId: 'ada',
  name: 'Ada',
  email: 'ada@example.org',
  role: 'CUSTOMER',
  kind: 'REGISTERED',
};
const BOSS: UserResponse = {
  userId: 'boss',
  name: 'Boss',
  email: 'boss@example.org',
  role: 'ADMIN',
  kind: 'REGISTERED',
};

describe('Office', () => {
  let visitor: Visitor;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter(adminRoutes)],
    });
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    await RouterTestingHarness.create('/');
  });

  const asksNoAdminThing = (): void => {
    TestBed.inject(HttpTestingController).expectNone('/api/admin/shows');
  };

  it('shows the sign-in in place to somebody who is not signed in, and lets an admin in', async () => {
    await visitor.refuse('GET /api/auth/me', { status: 401, code: 'unauthenticated' });
    await visitor.sees('Into the office');
    asksNoAdminThing();
    await visitor.fill('E-mail', BOSS.email);
    await visitor.fill('Password', 'curtain up at eight');
    await visitor.press('Sign in');
    await visitor.answer('POST /api/auth/login', { userId: 'boss', token: 't', user: BOSS });
    await visitor.answer('GET /api/admin/shows', { items: [], nextCursor: null });
    await visitor.sees('The calendar is empty');
  });

  it('does not show the admin area to a customer', async () => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await visitor.sees('This page needs an admin');
    asksNoAdminThing();
    expect(visitor.buttonNames()).not.toContain('New show');
  });

  it('marks the part of the office that one is in', async () => {
    await visitor.answer('GET /api/auth/me', { user: BOSS });
    await visitor.sees('Audit');
    const marked = (): readonly string[] =>
      [...document.querySelectorAll('nav[aria-label=Admin] .here')].map(({ textContent }) => textContent);
    expect(marked()).toEqual(['Shows']);
  });

  it('lets a customer sign in with another account', async () => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await visitor.press('Sign in as an admin');
    await expect(visitor.control('Password')).resolves.toHaveProperty('autocomplete', 'current-password');
    asksNoAdminThing();
  });
});
