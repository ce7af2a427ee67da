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
    localStorage.setItem('modex.signed-in', 'yes');
    session = TestBed.inject(SessionStore);
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
  });

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
    expect(visitor.buttonNames()).not.toContain('Continue as guest');
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
    const entered = session.signInThen('bookings');
    await visitor.check('As a guest');
    await visitor.fill('Name', ' Ada ');
    await visitor.fill('E-mail', 'ada@example.org');
    await visitor.press('Continue as guest');
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
    expect(localStorage.getItem('modex.signed-in')).toBeNull();
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
    const known = session.look();
    await visitor.refuse('GET /api/auth/me', { status: 503, code: 'overloaded' });
    await known;
    const entered = session.signInThen('book');
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await expect(entered).resolves.toEqual(ADA);
  });
});

describe('SessionStore, by what the browser remembers', () => {
  let visitor: Visitor;
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([sessionEndInterceptor])), provideHttpClientTesting()],
    });
    http = TestBed.inject(HttpTestingController);
    visitor = new Visitor(document, http);
  });

  const store = (marked: boolean): SessionStore => {
    if (marked) localStorage.setItem('modex.signed-in', 'yes');
    return TestBed.inject(SessionStore);
  };
  const isMarked = (): boolean => localStorage.getItem('modex.signed-in') !== null;
  const otherTab = (newValue: string | null): void => {
    window.dispatchEvent(new StorageEvent('storage', { key: 'modex.signed-in', newValue }));
  };

  it('asks nothing where nobody signed in, until a page needs to know', async () => {
    const session = store(false);
    expect(session.ready()).toBe(true);
    http.verify();
    const known = session.look();
    expect(session.ready()).toBe(false);
    await visitor.refuse('GET /api/auth/me', NOBODY);
    await expect(known).resolves.toBeUndefined();
    await expect(session.look()).resolves.toBeUndefined();
    http.verify();
  });

  it('finds a session that the browser does not remember before it offers a sign-in', async () => {
    const entered = store(false).signInThen('book', 1);
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await expect(entered).resolves.toEqual(ADA);
    expect(visitor.text()).not.toContain('Who are the seats for?');
    expect(isMarked()).toBe(true);
  });

  it('remembers a sign-in, whose button says that it books', async () => {
    const entered = store(false).signInThen('book', 2);
    await visitor.refuse('GET /api/auth/me', NOBODY);
    await visitor.fill('Name', 'Ada');
    await visitor.fill('E-mail', 'ada@example.org');
    await visitor.press('Book 2 seats as guest');
    await visitor.answer('POST /api/auth/guest', { userId: 'ada', token: 't', user: ADA });
    await expect(entered).resolves.toEqual(ADA);
    expect(isMarked()).toBe(true);
  });

  it('forgets the session when somebody signs out', async () => {
    const session = store(true);
    await visitor.answer('GET /api/auth/me', { user: ADA });
    const gone = session.signOut();
    await visitor.answer('POST /api/auth/logout', null);
    await gone;
    expect(isMarked()).toBe(false);
  });

  it('follows a sign-in and a sign-out in another tab', async () => {
    const session = store(false);
    otherTab('ada');
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await session.look();
    expect(session.user()).toEqual(ADA);
    otherTab(null);
    expect(session.user()).toBeUndefined();
    expect(session.ready()).toBe(true);
  });

  it('drops the answer to a question that a sign-in in another tab has overtaken', async () => {
    const session = store(false);
    const known = session.look();
    const early = await visitor.sent('GET /api/auth/me');
    otherTab('ada');
    const late = await visitor.sent('GET /api/auth/me');
    early.flush(NOBODY, { status: 401, statusText: 'Unauthorized' });
    late.flush({ user: ADA });
    await expect(known).resolves.toEqual(ADA);
    expect(session.user()).toEqual(ADA);
    expect(localStorage.getItem('modex.signed-in')).toBe('ada');
    http.verify();
  });

  it('follows a change of account in another tab, and tells nobody the account before', async () => {
    const session = store(true);
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await session.look();
    otherTab('bob');
    expect(session.user()).toBeUndefined();
    const booker = session.signInThen('book', 1);
    await visitor.answer('GET /api/auth/me', { user: { ...ADA, userId: 'bob' } });
    await expect(booker).resolves.toMatchObject({ userId: 'bob' });
  });

  it('stays signed in when a call of the session before is refused', async () => {
    const session = store(true);
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await session.look();
    const call = TestBed.inject(Api).invoke(listMyBookings);
    const early = await visitor.sent('GET /api/bookings');
    const signedIn = session.signIn({ email: 'bob@example.org', password: 'correct horse' });
    await visitor.answer('POST /api/auth/login', { userId: 'bob', token: 't', user: { ...ADA, userId: 'bob' } });
    await signedIn;
    early.flush(NOBODY, { status: 401, statusText: 'Unauthorized' });
    await expect(call).rejects.toMatchObject({ status: 401 });
    expect(session.user()?.userId).toBe('bob');
  });

  it('goes on without a memory in a browser that keeps nothing', async () => {
    jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const session = store(false);
    const known = session.look();
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await expect(known).resolves.toEqual(ADA);
    jest.restoreAllMocks();
  });
});
