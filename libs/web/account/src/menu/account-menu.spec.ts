import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Visitor } from '@modex/web-ui/testing';
import { User } from '../session/user';
import { AccountMenu } from './account-menu';

const ADA: User = {
  userId: 'ada',
  name: 'Ada',
  email: 'ada@example.org',
  role: 'GUEST',
  kind: 'GUEST',
  emailProved: false,
};

describe('AccountMenu', () => {
  let visitor: Visitor;

  beforeEach(() => {
    localStorage.setItem('modex.signed-in', 'yes');
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    TestBed.createComponent(AccountMenu);
    TestBed.tick();
  });

  const ways = (): readonly (string | undefined)[] =>
    [...document.querySelectorAll('mx-account-links :is(a, button)')].map((item) => item.textContent?.trim());
  const open = async (user: User): Promise<void> => {
    await visitor.answer('GET /api/auth/me', { user });
    await visitor.press(`Account of ${user.name}`);
    await visitor.sees(user.email);
  };

  it('offers a guest an account, and no admin area', async () => {
    await open(ADA);
    expect(ways()).toEqual(['My bookings', 'My account', 'Create an account', 'Sign out']);
  });

  it('leads an admin to the admin area', async () => {
    await open({ ...ADA, kind: 'REGISTERED', role: 'OWNER' });
    expect(ways()).toEqual(['My bookings', 'My account', 'Admin', 'Sign out']);
  });

  it('tells a guest what signing out means, and does nothing when the guest stays', async () => {
    await open(ADA);
    await visitor.press('Sign out');
    await visitor.sees('opens with its code and your e-mail');
    await visitor.press('Stay signed in');
    await visitor.seesNoMore('Sign out as a guest?');
    expect(visitor.buttonNames()).toContain('Account of Ada');
  });

  it('says so when signing out has failed', async () => {
    await open({ ...ADA, kind: 'REGISTERED' });
    await visitor.press('Sign out');
    await visitor.refuse('POST /api/auth/logout', { status: 503, code: 'storage-unavailable' });
    await visitor.sees('You are still signed in.');
    expect(visitor.buttonNames()).toContain('Account of Ada');
  });

  it('offers the door to somebody who is not signed in', async () => {
    await visitor.refuse('GET /api/auth/me', { status: 401, code: 'unauthenticated' });
    await visitor.press('Sign in');
    await visitor.sees('Welcome to Modex');
  });
});
