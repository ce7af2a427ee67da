import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Visitor } from '@modex/web-ui/testing';
import { SessionStore } from '../session/session-store';
import { User } from '../session/user';
import { SignInReason } from './sign-in-reason';
import { AccountEntrance } from './account-entrance';

const ADA: User = {
  userId: 'ada',
  name: 'Ada',
  email: 'ada@example.org',
  role: 'GUEST',
  kind: 'GUEST',
  emailProved: false,
};

describe('AccountEntrance', () => {
  let fixture: ComponentFixture<AccountEntrance>;
  let visitor: Visitor;
  let entered: User[];

  const open = async (reason: SignInReason, user?: User): Promise<void> => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    const known = TestBed.inject(SessionStore).look();
    if (user) await visitor.answer('GET /api/auth/me', { user });
    else await visitor.refuse('GET /api/auth/me', { status: 401, code: 'unauthenticated' });
    await known;
    fixture = TestBed.createComponent(AccountEntrance);
    fixture.componentRef.setInput('reason', reason);
    entered = [];
    fixture.componentInstance.entered.subscribe((someone) => entered.push(someone));
    await fixture.whenStable();
  };

  it('asks a guest for no password', async () => {
    await open('book');
    expect(visitor.buttonNames()).toEqual(['Continue as guest']);
    await expect(visitor.control('Name')).resolves.toHaveProperty('autocomplete', 'name');
    await expect(visitor.control('E-mail')).resolves.toHaveProperty('inputMode', 'email');
    expect(fixture.nativeElement.querySelector('[autocomplete$=password]')).toBeNull();
  });

  it.each<[SignInReason, number, string]>([
    ['book', 1, 'Book 1 seat as guest'],
    ['ended', 2, 'Book 2 seats as guest'],
    ['ended', 0, 'Sign in'],
    ['bookings', 0, 'Sign in'],
    ['account', 0, 'Sign in'],
  ])('opens with the way that fits: %s, %d seats', async (reason, seats, action) => {
    await open(reason);
    fixture.componentRef.setInput('seats', seats);
    await fixture.whenStable();
    expect(visitor.buttonNames()).toContain(action);
  });

  it.each([
    ['As a guest', 'Book 1 seat as guest'],
    ['Sign in', 'Sign in and book 1 seat'],
    ['New account', 'Create account and book 1 seat'],
  ])('says on the button that it books: %s', async (way, action) => {
    await open('book');
    fixture.componentRef.setInput('seats', 1);
    await visitor.check(way);
    await fixture.whenStable();
    expect(visitor.buttonNames()).toContain(action);
  });

  it('names an empty field beside it, puts the cursor there and asks nobody', async () => {
    await open('book');
    await visitor.fill('E-mail', 'no address');
    await visitor.press('Continue as guest');
    await visitor.sees('Tell us your name.');
    expect(await visitor.besides('Name')).toBe('Tell us your name.');
    expect(await visitor.besides('E-mail')).toBe('This does not look like an e-mail address.');
    expect(document.activeElement).toBe(await visitor.control('Name'));
    TestBed.inject(HttpTestingController).expectNone('/api/auth/guest');
  });

  it('puts a field error of the API beside its field until the field changes', async () => {
    await open('book');
    await visitor.fill('Name', 'Ada');
    await visitor.fill('E-mail', 'ada@example.org');
    await visitor.press('Continue as guest');
    const fields = [{ field: 'email', message: 'this host takes no mail' }];
    await visitor.refuse('POST /api/auth/guest', { status: 400, code: 'validation-failed', fields });
    await visitor.sees('This host takes no mail.');
    expect(await visitor.besides('E-mail')).toBe('This host takes no mail.');
    expect(document.activeElement).toBe(await visitor.control('E-mail'));
    await visitor.fill('E-mail', 'ada@example.com');
    await visitor.seesNoMore('This host takes no mail.');
  });

  it('says that e-mail and password do not match, and keeps both', async () => {
    await open('admin');
    await visitor.fill('E-mail', 'admin@example.org');
    await visitor.fill('Password', 'far from right');
    await visitor.press('Sign in');
    await visitor.refuse('POST /api/auth/login', { status: 401, code: 'invalid-credentials' });
    await visitor.sees('E-mail and password do not match');
    expect((await visitor.control('Password')).value).toBe('far from right');
    expect(entered).toEqual([]);
  });

  it('is sent again as it is after the connection broke', async () => {
    await open('book');
    await visitor.fill('Name', 'Ada');
    await visitor.fill('E-mail', 'ada@example.org');
    await visitor.press('Continue as guest');
    await visitor.refuse('POST /api/auth/guest', { status: 503, code: 'overloaded' });
    await visitor.sees('Very many people are here right now');
    await visitor.press('Continue as guest');
    await visitor.answer('POST /api/auth/guest', { userId: 'ada', token: 't', user: ADA });
  });

  it('keeps what was written when another way in is chosen, without complaints', async () => {
    await open('book');
    await visitor.press('Continue as guest');
    await visitor.sees('Tell us your name.');
    await visitor.fill('Name', 'Ada');
    await visitor.check('New account');
    await visitor.seesNoMore('Tell us your e-mail.');
    expect((await visitor.control('Name')).value).toBe('Ada');
    await expect(visitor.control('Password')).resolves.toHaveProperty('autocomplete', 'new-password');
  });

  it('turns a guest into an account of the same name and e-mail', async () => {
    await open('account', ADA);
    expect(visitor.text()).toContain('Every booking you made as a guest stays yours.');
    await visitor.fill('Password', 'curtain up at eight');
    await visitor.press('Create account');
    const user: User = { ...ADA, kind: 'REGISTERED' };
    const { request } = await visitor.answer('POST /api/auth/register', { userId: 'ada', token: 't', user });
    expect(request.body).toEqual({ name: 'Ada', email: 'ada@example.org', password: 'curtain up at eight' });
    await new Promise((due) => setTimeout(due));
    expect(entered).toEqual([user]);
  });

  it('tells a guest what signing in elsewhere leaves behind', async () => {
    await open('account', ADA);
    await visitor.check('Sign in');
    await visitor.sees('What you booked as a guest does not move along');
  });

  it('sends a form once, however often the button is pressed', async () => {
    await open('book');
    await visitor.fill('Name', 'Ada');
    await visitor.fill('E-mail', 'ada@example.org');
    const form: HTMLFormElement = fixture.nativeElement.querySelector('form');
    form.requestSubmit();
    form.requestSubmit();
    await visitor.sent('POST /api/auth/guest');
    form.requestSubmit();
    TestBed.inject(HttpTestingController).expectNone('/api/auth/guest');
  });
});
