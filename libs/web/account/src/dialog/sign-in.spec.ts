import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Api, listMyBookings } from '@modex/web-api-client';
import { Visitor } from '@modex/web-ui/testing';
import { sessionEndInterceptor } from '../session/session-end';
import { SessionStore } from '../session/session-store';
import { User } from '../session/user';
import { SignIn } from './sign-in';

const ADA: User = {
  userId: 'ada',
  name: 'Ada',
  email: 'ada@example.org',
  role: 'GUEST',
  kind: 'GUEST',
  emailProved: false,
};
const NOBODY = { status: 401, code: 'unauthenticated' };

describe('SignIn', () => {
  let session: SessionStore;
  let door: SignIn;
  let visitor: Visitor;

  const open = (marked: boolean): void => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([sessionEndInterceptor])),
        provideHttpClientTesting(),
        provideRouter([]),
      ],
    });
    if (marked) localStorage.setItem('modex.signed-in', 'yes');
    session = TestBed.inject(SessionStore);
    door = TestBed.inject(SignIn);
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
  };

  const nobody = async (): Promise<void> => {
    const known = session.look();
    await visitor.refuse('GET /api/auth/me', NOBODY);
    await known;
  };
  const ada = async (): Promise<void> => {
    const known = session.look();
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await known;
  };

  describe('where somebody signed in before', () => {
    beforeEach(() => open(true));

    it('resolves at once with whoever is signed in', async () => {
      await ada();
      await expect(door.signInThen('book')).resolves.toEqual(ADA);
      expect(visitor.buttonNames()).not.toContain('Continue as guest');
    });

    it('resolves a dismissed dialog to nobody', async () => {
      await nobody();
      const entered = door.signInThen('book');
      await visitor.sees('Who are the seats for?');
      await visitor.press('Close without signing in');
      await expect(entered).resolves.toBeUndefined();
      await visitor.seesNoMore('Who are the seats for?');
    });

    it('lets a guest in with a name and an e-mail', async () => {
      await nobody();
      const entered = door.signInThen('bookings');
      await visitor.check('As a guest');
      await visitor.fill('Name', ' Ada ');
      await visitor.fill('E-mail', 'ada@example.org');
      await visitor.press('Continue as guest');
      const { request } = await visitor.answer('POST /api/auth/guest', { userId: 'ada', token: 't', user: ADA });
      await visitor.answer('GET /api/auth/me', { user: ADA });
      expect(request.body).toEqual({ name: 'Ada', email: 'ada@example.org' });
      await expect(entered).resolves.toEqual(ADA);
      expect(session.user()).toEqual(ADA);
    });

    it('tells once that cookies are needed, and makes no second guest in a browser that refuses them', async () => {
      await nobody();
      const entered = door.signInThen('book', 1);
      await visitor.fill('Name', 'Ada');
      await visitor.fill('E-mail', 'ada@example.org');
      await visitor.press('Book 1 seat as guest');
      await visitor.answer('POST /api/auth/guest', { userId: 'ada', token: 't', user: ADA });
      await visitor.refuse('GET /api/auth/me', NOBODY);
      await visitor.sees('Your browser keeps no cookies of this site');
      expect(session.user()).toBeUndefined();
      await visitor.press('Book 1 seat as guest');
      await visitor.sees('Your browser keeps no cookies of this site');
      await visitor.press('Close without signing in');
      await expect(entered).resolves.toBeUndefined();
      TestBed.inject(HttpTestingController).verify();
      expect(visitor.text()).not.toContain('Your session has ended');
    });

    it('keeps what was written at the door until it opens again, but no password', async () => {
      await nobody();
      const first = door.signInThen('book');
      await visitor.check('New account');
      await visitor.fill('Name', 'Ada');
      await visitor.fill('E-mail', 'ada@example.org');
      await visitor.fill('Password', 'curtain up at eight');
      await visitor.press('Close without signing in');
      await first;
      void door.signInThen('book');
      await visitor.check('New account');
      const values = ['Name', 'E-mail', 'Password'].map(async (label) => (await visitor.control(label)).value);
      await expect(Promise.all(values)).resolves.toEqual(['Ada', 'ada@example.org', '']);
    });

    it('waits for a sign-in whose door was closed before it opens another', async () => {
      await nobody();
      const first = door.signInThen('book', 1);
      await visitor.fill('Name', 'Ada');
      await visitor.fill('E-mail', 'ada@example.org');
      await visitor.press('Book 1 seat as guest');
      const request = await visitor.sent('POST /api/auth/guest');
      await visitor.press('Close without signing in');
      await expect(first).resolves.toBeUndefined();
      const second = door.signInThen('book', 1);
      request.flush({ userId: 'ada', token: 't', user: ADA });
      await visitor.answer('GET /api/auth/me', { user: ADA });
      await expect(second).resolves.toEqual(ADA);
    });

    it('shares one dialog among all who ask', async () => {
      await nobody();
      const both = [door.signInThen('book'), door.signInThen('bookings')];
      await visitor.sees('Who are the seats for?');
      await visitor.press('Close without signing in');
      await expect(Promise.all(both)).resolves.toEqual([undefined, undefined]);
      expect(visitor.text()).not.toContain('See your bookings');
    });

    it('asks once more who is there when the first question got no answer', async () => {
      const known = session.look();
      await visitor.refuse('GET /api/auth/me', { status: 503, code: 'overloaded' });
      await known;
      const entered = door.signInThen('book');
      await visitor.answer('GET /api/auth/me', { user: ADA });
      await expect(entered).resolves.toEqual(ADA);
    });

    it('tells that the session has ended, with the way back in', async () => {
      await ada();
      const call = TestBed.inject(Api).invoke(listMyBookings);
      await visitor.refuse('GET /api/bookings', NOBODY);
      await expect(call).rejects.toMatchObject({ status: 401 });
      await visitor.sees('Your session has ended');
      await visitor.press('Sign in');
      await visitor.press('Close without signing in');
      await visitor.seesNoMore('Close without signing in');
    });
  });

  describe('where nobody signed in before', () => {
    beforeEach(() => open(false));

    it('finds a session that the browser does not remember before it offers a sign-in', async () => {
      const entered = door.signInThen('book', 1);
      await visitor.answer('GET /api/auth/me', { user: ADA });
      await expect(entered).resolves.toEqual(ADA);
      expect(visitor.text()).not.toContain('Who are the seats for?');
      expect(localStorage.getItem('modex.signed-in')).not.toBeNull();
    });

    it('remembers a sign-in, whose button says that it books', async () => {
      const entered = door.signInThen('book', 2);
      await visitor.refuse('GET /api/auth/me', NOBODY);
      await visitor.fill('Name', 'Ada');
      await visitor.fill('E-mail', 'ada@example.org');
      await visitor.press('Book 2 seats as guest');
      await visitor.answer('POST /api/auth/guest', { userId: 'ada', token: 't', user: ADA });
      await visitor.answer('GET /api/auth/me', { user: ADA });
      await expect(entered).resolves.toEqual(ADA);
      expect(localStorage.getItem('modex.signed-in')).not.toBeNull();
    });
  });
});
