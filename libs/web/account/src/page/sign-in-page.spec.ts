import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Visitor } from '@modex/web-ui/testing';
import { accountRoutes } from '../account.routes';
import { User } from '../session/user';

const ADA: User = {
  userId: 'ada',
  name: 'Ada',
  email: 'ada@example.org',
  role: 'CUSTOMER',
  kind: 'REGISTERED',
  emailProved: false,
};

@Component({ template: 'Elsewhere on the site' })
class Elsewhere {}

describe('SignInPage', () => {
  let visitor: Visitor;

  const open = async (address: string): Promise<void> => {
    const routes = [
      { path: 'sign-in', children: accountRoutes },
      { path: '**', component: Elsewhere },
    ];
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter(routes, withComponentInputBinding())],
    });
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    await RouterTestingHarness.create(address);
  };
  const signIn = async (): Promise<void> => {
    await visitor.refuse('GET /api/auth/me', { status: 401, code: 'unauthenticated' });
    await visitor.check('Sign in');
    await visitor.fill('E-mail', ADA.email);
    await visitor.fill('Password', 'curtain up at eight');
    await visitor.press('Sign in');
    await visitor.answer('POST /api/auth/login', { userId: 'ada', token: 't', user: ADA });
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await visitor.sees('Elsewhere on the site');
  };

  it('leads back to where the visitor came from', async () => {
    await open('/sign-in?returnTo=/shows/1%3Fq%3Da');
    await signIn();
    expect(TestBed.inject(Router).url).toBe('/shows/1?q=a');
  });

  it('stays on this site whatever the address says', async () => {
    await open('/sign-in?returnTo=//elsewhere.example/shows');
    await signIn();
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('tells who is signed in already, and signs out', async () => {
    await open('/sign-in');
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await visitor.sees('You are signed in');
    await visitor.press('Sign out');
    await visitor.answer('POST /api/auth/logout', null);
    await visitor.sees('Welcome to Modex');
  });
});
