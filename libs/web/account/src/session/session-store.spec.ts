import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Api, listMyBookings } from '@modex/web-api-client';
import { Visitor } from '@modex/web-ui';
import { sessionEndInterceptor } from './session-end';
import { SessionStore, User } from './session-store';

const ADA: User = { userId: 'ada', name: 'Ada', email: 'ada@example.org', role: 'CUSTOMER', kind: 'GUEST' };
const NOBODY = { status: 401, code: 'unauthenticated' };

describe('SessionStore', () => {
  let session: SessionStore;
  let visitor: Visitor;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([sessionEndInterceptor])), provideHttpClientTesting()],
    });
    session = TestBed.inject(SessionStore);
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
  });

  const nobody = async (): Promise<void> => {
    await visitor.refuse('GET /api/auth/me', NOBODY);
    await session.whenReady;
  };
  const ada = async (): Promise<void> => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await session.whenReady;
  };

  it('takes a visitor without a session as nobody, silently', async () => {
    expect(session.ready()).toBe(false);
    await nobody();
    expect(session.ready()).toBe(true);
    expect(session.user()).toBeUndefined();
    expect(visitor.text()).not.toContain('session');
  });

  it('resolves at once with whoever is signed in', async () => {
    await ada();
    await expect(session.signInThen('book')).resolves.toEqual(ADA);
    expect(visitor.buttonNames()).not.toContain('Continue');
  });

  it('resolves a dismissed dialog to nobody', async () => {
    await nobody();
    const entered = session.signInThen('book');
    await visitor.sees('Who are the seats for?');
    await visitor.press('Close without signing in');
    await expect(entered).resolves.toBeUndefined();
    await visitor.seesNoMore('Who are the seats for?');
  });

  it('lets a guest in with a name and an e-mail', async () => {
    await nobody();
    const entered = session.signInThen('book');
    await visitor.fill('Name', ' Ada ');
    await visitor.fill('E-mail', 'ada@example.org');
    await visitor.press('Continue');
    const { request } = await visitor.answer('POST /api/auth/guest', { userId: 'ada', token: 't', user: ADA });
    expect(request.body).toEqual({ name: 'Ada', email: 'ada@example.org' });
    await expect(entered).resolves.toEqual(ADA);
    expect(session.user()).toEqual(ADA);
  });

  it('shares one dialog among all who ask', async () => {
    await nobody();
    const both = [session.signInThen('book'), session.signInThen('bookings')];
    await visitor.sees('Who are the seats for?');
    await visitor.press('Close without signing in');
    await expect(Promise.all(both)).resolves.toEqual([undefined, undefined]);
    expect(visitor.text()).not.toContain('See your bookings');
  });

  it('signs out when any call says that the session has ended, and tells so', async () => {
    await ada();
    const call = TestBed.inject(Api).invoke(listMyBookings);
    await visitor.refuse('GET /api/bookings', NOBODY);
    await expect(call).rejects.toMatchObject({ status: 401 });
    expect(session.user()).toBeUndefined();
    await visitor.sees('Your session has ended');
  });

  it('stays signed in when the sign-out did not arrive', async () => {
    await ada();
    const gone = session.signOut();
    await visitor.refuse('POST /api/auth/logout', { status: 503, code: 'storage-unavailable' });
    await expect(gone).rejects.toMatchObject({ status: 503 });
    expect(session.user()).toEqual(ADA);
  });

  it('asks once more who is there when the first question got no answer', async () => {
    await visitor.refuse('GET /api/auth/me', { status: 503, code: 'overloaded' });
    await session.whenReady;
    const entered = session.signInThen('book');
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await expect(entered).resolves.toEqual(ADA);
  });
});
