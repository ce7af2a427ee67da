import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Api, listMyBookings } from '@modex/web-api-client';
import { Visitor } from '@modex/web-ui/testing';
import { sessionEndInterceptor } from './session-end';
import { SessionStore } from './session-store';
import { User } from './user';

const ADA: User = {
  userId: 'ada',
  name: 'Ada',
  email: 'ada@example.org',
  role: 'GUEST',
  kind: 'GUEST',
  emailProved: false,
};
const ANYBODY: User = { ...ADA, name: '', email: '' };
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

  it('makes an anonymous guest once, who is nobody for other pages until a name is known', async () => {
    await nobody();
    const [first, second] = [session.someone(), session.someone()];
    const { request } = await visitor.answer('POST /api/auth/guest', { userId: 'ada', user: ANYBODY });
    expect(request.body).toEqual({});
    await visitor.answer('GET /api/auth/me', { user: ANYBODY });
    expect(await first).toEqual(await second);
    expect(await session.someone()).toEqual(ANYBODY);
    expect([session.person()?.userId, session.user()]).toEqual(['ada', undefined]);
    session.learnName(ADA.name, ADA.email);
    expect(session.user()).toEqual(ADA);
    session.learnName('Eve', 'eve@example.org');
    expect(session.user()).toEqual(ADA);
  });

  it('tells nobody that the session of an anonymous guest has ended', async () => {
    const known = session.look();
    await visitor.answer('GET /api/auth/me', { user: ANYBODY });
    await known;
    let ends = 0;
    session.ended.subscribe(() => ends++);
    const call = TestBed.inject(Api).invoke(listMyBookings);
    await visitor.refuse('GET /api/bookings', NOBODY);
    await expect(call).rejects.toMatchObject({ status: 401 });
    expect([session.person(), ends]).toEqual([undefined, 0]);
  });

  it('runs what belongs to the person around a sign-in and a sign-out', async () => {
    await ada();
    const order: string[] = [];
    const release = session.beforeChanges(async (change) => {
      order.push('before');
      const done = await change();
      order.push('after');
      return done;
    });
    const gone = session.signOut();
    await visitor.answer('POST /api/auth/logout', null);
    await gone;
    release();
    const back = session.signIn({ email: ADA.email, password: 'curtain up at eight' });
    await visitor.answer('POST /api/auth/login', { userId: 'ada', user: ADA });
    await back;
    expect(order).toEqual(['before', 'after']);
  });

  it('makes nobody in a browser that keeps not even a cookie of its own', async () => {
    await nobody();
    jest.spyOn(document, 'cookie', 'get').mockReturnValue('');
    const gone = session.continueAsGuest({ name: 'Ada', email: 'ada@example.org' });
    await expect(gone).rejects.toMatchObject({ code: 'cookies-refused' });
    TestBed.inject(HttpTestingController).verify();
    jest.restoreAllMocks();
  });

  it('signs out when any call says that the session has ended, and says so once', async () => {
    await ada();
    let ends = 0;
    session.ended.subscribe(() => ends++);
    const call = TestBed.inject(Api).invoke(listMyBookings);
    await visitor.refuse('GET /api/bookings', NOBODY);
    await expect(call).rejects.toMatchObject({ status: 401 });
    expect(session.user()).toBeUndefined();
    expect(localStorage.getItem('modex.signed-in')).toBeNull();
    expect(ends).toBe(1);
  });

  it('stays signed in when the sign-out did not arrive', async () => {
    await ada();
    const gone = session.signOut();
    await visitor.refuse('POST /api/auth/logout', { status: 503, code: 'storage-unavailable' });
    await expect(gone).rejects.toMatchObject({ status: 503 });
    expect(session.user()).toEqual(ADA);
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
    const booker = session.settled();
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
