import { Location } from '@angular/common';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
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
  emailProved: true,
};
/** What each kind of link that does not work says, after which another one is offered. */
const TROUBLES = [
  [404, 'unknown-link', 'This link does not work'],
  [409, 'link-used', 'This link was used already'],
  [410, 'link-ended', 'This link has ended'],
] as const;

@Component({ template: 'Elsewhere on the site' })
class Elsewhere {}

describe('the pages of links by mail', () => {
  let visitor: Visitor;

  const open = async (address: string): Promise<void> => {
    const routes = [
      { path: 'account', children: ownAccountRoutes },
      { path: '**', component: Elsewhere },
    ];
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter(routes, withComponentInputBinding())],
    });
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    await RouterTestingHarness.create(address);
  };
  const linksTo = () => [...document.querySelectorAll('mx-link-trouble a')].map((link) => link.getAttribute('href'));

  it.each([
    ['/account/forgot', 'Send the link', 'POST /api/auth/password-resets', 'for an hour'],
    ['/account/link', 'Send me a link', 'POST /api/auth/sign-in-links', 'for 15 minutes'],
  ])('%s asks for a link, and says nothing about who has an account', async (address, button, call, life) => {
    await open(address);
    await visitor.press(button);
    await visitor.sees('Tell us your e-mail.');
    await visitor.fill('E-mail', ' ada@example.org ');
    await visitor.press(button);
    const { request } = await visitor.answer(call, null);
    expect(request.body).toEqual({ email: 'ada@example.org' });
    await visitor.sees('If there is an account for ada@example.org');
    await visitor.sees(life);
  });

  it('say when no mail can be sent', async () => {
    await open('/account/forgot');
    await visitor.fill('E-mail', 'ada@example.org');
    await visitor.press('Send the link');
    await visitor.refuse('POST /api/auth/password-resets', { status: 409, code: 'mail-not-set-up' });
    await visitor.sees('Mail is not set up');
    expect(visitor.text()).not.toContain('on its way');
  });

  it.each(['reset', 'enter', 'proof', 'invitation'])('/account/%s takes the token out of the address', async (page) => {
    await open(`/account/${page}#secret-token`);
    expect(TestBed.inject(Location).path(true)).toBe(`/account/${page}`);
    expect(document.body.innerHTML).not.toContain('secret-token');
  });

  it.each([
    ['reset', '/account/forgot'],
    ['enter', '/account/link'],
    ['proof', '/account'],
  ])('/account/%s without a link says where it comes from', async (page, again) => {
    await open(`/account/${page}`);
    await visitor.sees('Open the link from the mail');
    expect([visitor.buttonNames(), linksTo()]).toEqual([['Get another link'], [again]]);
  });

  it('set a new password', async () => {
    await open('/account/reset#t1');
    await visitor.fill('New password', '1234567890');
    await visitor.press('Change the password');
    await visitor.sees('in their order');
    await visitor.fill('New password', 'the fat lady sings');
    await visitor.press('Change the password');
    const call = 'POST /api/auth/password-resets/use';
    const fields = [{ field: 'password', message: 'This is one of the passwords that are tried first.' }];
    await visitor.refuse(call, { status: 400, code: 'validation-failed', fields });
    await visitor.sees('tried first');
    await visitor.fill('New password', 'the fat lady sings at ten');
    await visitor.press('Change the password');
    const { request } = await visitor.answer(call, null);
    expect(request.body).toEqual({ token: 't1', password: 'the fat lady sings at ten' });
    await visitor.sees('Your password is changed');
  });

  it.each(TROUBLES)('/account/reset says what is wrong with a link: %i %s', async (status, code, said) => {
    await open('/account/reset#t1');
    await visitor.fill('New password', 'the fat lady sings');
    await visitor.press('Change the password');
    await visitor.refuse('POST /api/auth/password-resets/use', { status, code });
    await visitor.sees(said);
    expect(linksTo()).toEqual(['/account/forgot']);
    await TestBed.inject(Router).navigateByUrl('/account/reset#t2');
    await visitor.seesNoMore(said);
    await visitor.fill('New password', 'the fat lady sings');
    await visitor.press('Change the password');
    const { request } = await visitor.answer('POST /api/auth/password-resets/use', null);
    expect(request.body).toMatchObject({ token: 't2' });
  });

  it('sign in when the button is pressed, and not before', async () => {
    await open('/account/enter#t1');
    TestBed.inject(HttpTestingController).expectNone('/api/auth/sign-in-links/use');
    await visitor.press('Sign in now');
    const { request } = await visitor.answer('POST /api/auth/sign-in-links/use', { userId: 'ada', user: ADA });
    expect(request.body).toEqual({ token: 't1' });
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await visitor.sees('Elsewhere on the site');
    expect(TestBed.inject(Router).url).toBe('/bookings');
  });

  it.each(TROUBLES)('/account/enter says what is wrong with a link: %i %s', async (status, code, said) => {
    await open('/account/enter#t1');
    await visitor.press('Sign in now');
    await visitor.refuse('POST /api/auth/sign-in-links/use', { status, code });
    await visitor.sees(said);
    expect([visitor.buttonNames(), linksTo()]).toEqual([['Get another link'], ['/account/link']]);
  });

  it('prove an e-mail', async () => {
    await open('/account/proof#t1');
    await visitor.press('Confirm the e-mail');
    const { request } = await visitor.answer('POST /api/auth/email-proofs/use', { user: ADA });
    expect(request.body).toEqual({ token: 't1' });
    await visitor.sees('your e-mail is confirmed');
    await visitor.sees('ada@example.org');
  });

  it.each(TROUBLES)('/account/proof says what is wrong with a link: %i %s', async (status, code, said) => {
    await open('/account/proof#t1');
    await visitor.press('Confirm the e-mail');
    await visitor.refuse('POST /api/auth/email-proofs/use', { status, code });
    await visitor.sees(said);
    expect([visitor.buttonNames(), linksTo()]).toEqual([['Get another link'], ['/account']]);
  });

  it('let somebody in who is invited', async () => {
    await open('/account/invitation');
    await visitor.sees('Open the link that you were given');
    await TestBed.inject(Router).navigateByUrl('/account/invitation#t1');
    await visitor.fill('Name', ' Grace ');
    await visitor.fill('Password', 'the show must go on');
    await visitor.press('Accept the invitation');
    const member = { ...ADA, role: 'DOOR' };
    const { request } = await visitor.answer('POST /api/auth/invitations/use', { userId: 'ada', user: member });
    expect(request.body).toEqual({ token: 't1', name: 'Grace', password: 'the show must go on' });
    await visitor.answer('GET /api/auth/me', { user: member });
    await visitor.sees('Elsewhere on the site');
    expect(TestBed.inject(Router).url).toBe('/admin');
  });

  it.each(TROUBLES)('/account/invitation says what is wrong with a link: %i %s', async (status, code, said) => {
    await open('/account/invitation#t1');
    await visitor.fill('Name', 'Grace');
    await visitor.fill('Password', 'the show must go on');
    await visitor.press('Accept the invitation');
    await visitor.refuse('POST /api/auth/invitations/use', { status, code });
    await visitor.sees(said);
    await visitor.sees('ask whoever invited you');
  });

  it('keep a link that was not looked at, because the network was away', async () => {
    await open('/account/enter#t1');
    await visitor.press('Sign in now');
    await visitor.refuse('POST /api/auth/sign-in-links/use', { status: 503, code: 'storage-unavailable' });
    await visitor.sees('Sign in now');
    expect([visitor.buttonNames(), linksTo()]).toEqual([['Sign in now'], []]);
  });
});
