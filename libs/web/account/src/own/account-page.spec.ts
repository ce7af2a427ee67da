import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Visitor } from '@modex/web-ui/testing';
import { ownAccountRoutes } from '../account.routes';
import { User } from '../session/user';

const ADA: User = {
  userId: 'ada',
  name: 'Ada',
  email: 'ada@example.org',
  role: 'CUSTOMER',
  kind: 'REGISTERED',
  emailProved: false,
};
const times = { createdAt: '2026-11-20T18:00:00Z', lastUsedAt: '2026-11-21T18:00:00Z' };
const HERE = { id: '1', device: 'Firefox on Windows', current: true, ...times };
const THERE = { id: '2', device: 'Safari on iPhone', current: false, ...times };

@Component({ template: 'Elsewhere on the site' })
class Elsewhere {}

describe('AccountPage', () => {
  let visitor: Visitor;

  const open = async (user: User): Promise<void> => {
    const routes = [
      { path: 'account', children: ownAccountRoutes },
      { path: '**', component: Elsewhere },
    ];
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter(routes)],
    });
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    await RouterTestingHarness.create('/account');
    await visitor.answer('GET /api/auth/me', { user });
    await visitor.answer('GET /api/auth/sessions', { items: [HERE, THERE] });
    await visitor.sees('Firefox on Windows');
  };

  it('shows where one is signed in, and signs out one of them', async () => {
    await open(ADA);
    await visitor.press('Sign out Safari on iPhone');
    await visitor.answer('DELETE /api/auth/sessions/2', null);
    await visitor.answer('GET /api/auth/sessions', { items: [HERE] });
    await visitor.seesNoMore('Safari on iPhone');
    expect(visitor.canPress('Sign out everywhere else')).toBe(false);
  });

  it('signs out everywhere', async () => {
    await open(ADA);
    await visitor.press('Sign out everywhere');
    await visitor.answer('DELETE /api/auth/sessions', null);
    await visitor.sees('Elsewhere on the site');
  });

  it('changes the password, and says what is wrong with one', async () => {
    await open(ADA);
    await visitor.fill('Current password', 'curtain up at eight');
    await visitor.fill('New password', '1234567890');
    await visitor.press('Change the password');
    await visitor.sees('in their order');
    await visitor.fill('New password', 'the fat lady sings');
    await visitor.press('Change the password');
    await visitor.answer('POST /api/auth/password', null);
    await visitor.sees('Your password is changed');
  });

  it('tells that the e-mail is confirmed', async () => {
    await open({ ...ADA, emailProved: true });
    await visitor.sees('ada@example.org is confirmed');
    expect(visitor.canPress('Send the link again')).toBe(false);
  });

  it('sends the link that confirms the e-mail again', async () => {
    await open(ADA);
    await visitor.sees('is not confirmed yet');
    await visitor.press('Send the link again');
    await visitor.answer('POST /api/auth/email-proofs', null);
    await visitor.sees('A link is on its way to ada@example.org');
    await visitor.press('Send the link again');
    await visitor.refuse('POST /api/auth/email-proofs', { status: 409, code: 'mail-not-set-up' });
    await visitor.sees('Mail is not set up');
  });

  it('asks for a link to a new e-mail, with the password', async () => {
    await open(ADA);
    await visitor.fill('E-mail', 'ada@example.net');
    await visitor.fill('Your password', 'curtain down');
    await visitor.press('Send the link');
    await visitor.refuse('POST /api/auth/email', { status: 401, code: 'invalid-credentials' });
    await visitor.sees('This is not your password');
    await visitor.fill('Your password', 'curtain up at eight');
    await visitor.press('Send the link');
    const { request } = await visitor.answer('POST /api/auth/email', null);
    expect(request.body).toEqual({ email: 'ada@example.net', password: 'curtain up at eight' });
    await visitor.sees('A link is on its way to ada@example.net');
  });

  it('tells a guest, who has no password, how bookings are opened', async () => {
    await open({ ...ADA, kind: 'GUEST' });
    await visitor.sees('opens anywhere with its code and your e-mail');
    expect(visitor.text()).not.toContain('Change your password');
  });
});
