import { Clipboard } from '@angular/cdk/clipboard';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { AdminPersonResponse, FirstPasswordResponse } from '@modex/web-api-client';
import { Visitor } from '@modex/web-ui/testing';
import { PeoplePage } from './people-page';

const PEOPLE = '/api/admin/people';
const since = '2026-11-01T10:00:00.000Z';
const BOSS = { userId: 'boss', name: 'Admin', email: 'boss@example.org', since, fromEnvironment: true, self: false };
const ADA = { userId: 'ada', name: 'Ada', email: 'ada@example.org', since, fromEnvironment: false, self: true };
const GRACE = {
  userId: 'grace',
  name: 'Grace',
  email: 'grace@example.org',
  since,
  fromEnvironment: false,
  self: false,
};
const FIRST: FirstPasswordResponse = { ...GRACE, firstPassword: 'k7mw-p3xz-q9ha-vt4n' };

describe('PeoplePage', () => {
  let fixture: ComponentFixture<PeoplePage>;
  let visitor: Visitor;
  let http: HttpTestingController;
  const copy = jest.fn<boolean, [string]>();

  beforeEach(() => {
    copy.mockReset().mockReturnValue(true);
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: Clipboard, useValue: { copy } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    visitor = new Visitor(document, http);
    fixture = TestBed.createComponent(PeoplePage);
    TestBed.tick();
  });

  afterEach(() => fixture.destroy());

  const list = (...items: readonly AdminPersonResponse[]) => visitor.answer(`GET ${PEOPLE}`, { items });
  const open = async (...items: readonly AdminPersonResponse[]): Promise<void> => {
    await list(...items);
    await visitor.sees(items[0]?.email ?? '');
  };
  const fill = async (): Promise<void> => {
    await visitor.fill('Name', ' Grace ');
    await visitor.fill('E-mail', 'grace@example.org ');
  };
  const add = async (): Promise<void> => {
    await fill();
    await visitor.press('Add the admin');
  };
  const focused = (): string => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

  it('lists the admins, and offers nothing that the API refuses', async () => {
    await open(BOSS, ADA, GRACE);
    expect(visitor.buttonNames()).toEqual([
      'Change my password',
      'New password for Grace, grace@example.org',
      'Remove Grace, grace@example.org',
      'Add the admin',
    ]);
    expect(visitor.text()).toContain('cannot be removed here');
  });

  it('adds an admin and shows the first password once', async () => {
    await open(BOSS);
    await add();
    const { request } = await visitor.answer(`POST ${PEOPLE}`, FIRST);
    expect(request.body).toEqual({ name: 'Grace', email: 'grace@example.org' });
    await list(BOSS, GRACE);
    await visitor.sees('k7mw-p3xz-q9ha-vt4n');
    await visitor.sees('it is shown only now');
    expect(focused()).toBe('The password of Grace');
    await visitor.sees('Add the admin');
    expect([(await visitor.control('Name')).value, (await visitor.control('E-mail')).value]).toEqual(['', '']);
    await visitor.press('I have passed it on');
    await visitor.seesNoMore('k7mw-p3xz-q9ha-vt4n');
    expect(focused()).toBe('People');
  });

  it.each([
    [true, 'Copied.'],
    [false, 'copy it by hand'],
  ])('copies the password, and says whether it did: %s', async (isCopied, words) => {
    copy.mockReturnValue(isCopied);
    await open(BOSS);
    await add();
    await visitor.answer(`POST ${PEOPLE}`, FIRST);
    await list(BOSS, GRACE);
    await visitor.press('Copy the password');
    await visitor.sees(words);
    expect(copy.mock.calls).toEqual([['k7mw-p3xz-q9ha-vt4n']]);
  });

  it('says beside the e-mail what to do about one that is taken, and keeps what was written', async () => {
    await open(BOSS);
    await add();
    await visitor.refuse(`POST ${PEOPLE}`, { status: 409, code: 'email-taken' });
    await list(BOSS, GRACE);
    await visitor.sees('New password');
    await visitor.sees('Add the admin');
    expect(await visitor.besides('E-mail')).toContain('make a new password above');
    expect((await visitor.control('E-mail')).value).toContain('grace@example.org');
  });

  it('complains about what is no e-mail, and sends nothing', async () => {
    await open(BOSS);
    await visitor.fill('Name', 'Grace');
    await visitor.fill('E-mail', 'grace');
    await visitor.press('Add the admin');
    await visitor.sees('This does not look like an e-mail address.');
    http.expectNone({ method: 'POST' });
  });

  it('tells that nothing came back, and lets it be sent again as it is', async () => {
    await open(BOSS);
    await add();
    (await visitor.sent(`POST ${PEOPLE}`)).error(new ProgressEvent('error'));
    await list(BOSS);
    await visitor.sees('No connection');
    await visitor.press('Add the admin');
    await visitor.sent(`POST ${PEOPLE}`);
  });

  it('makes a new password after asking', async () => {
    await open(BOSS, ADA, GRACE);
    await visitor.press('New password for Grace, grace@example.org');
    await visitor.sees('The old password stops working.');
    http.expectNone({ method: 'POST' });
    await visitor.press('Make a new password');
    await visitor.answer(`POST ${PEOPLE}/grace/password`, FIRST);
    await list(BOSS, ADA, GRACE);
    await visitor.sees('k7mw-p3xz-q9ha-vt4n');
  });

  it('removes an admin after asking, and forgets the password that was shown', async () => {
    await open(BOSS, ADA);
    await add();
    await visitor.answer(`POST ${PEOPLE}`, FIRST);
    await list(BOSS, ADA, GRACE);
    await visitor.press('Remove Grace, grace@example.org');
    await visitor.sees('The account stays, as that of a customer');
    await visitor.press('Remove the admin');
    await visitor.answer(`DELETE ${PEOPLE}/grace`, null);
    await list(BOSS, ADA);
    await visitor.sees('is no longer an admin.');
    await visitor.seesNoMore('k7mw-p3xz-q9ha-vt4n');
    expect([visitor.buttonNames().includes('Remove Grace, grace@example.org'), focused()]).toEqual([false, 'Admins']);
  });

  it('removes nobody and makes no password when the question is answered with no', async () => {
    await open(BOSS, GRACE);
    await visitor.press('Remove Grace, grace@example.org');
    await visitor.press('Keep the admin');
    await visitor.seesNoMore('The account stays');
    await visitor.press('New password for Grace, grace@example.org');
    await visitor.press('Leave it as it is');
    await visitor.seesNoMore('Make a new password');
    await visitor.press('Remove Grace, grace@example.org');
    expect(http.match({ method: 'POST' })).toEqual([]);
    expect(http.match({ method: 'DELETE' })).toEqual([]);
    expect(visitor.text()).not.toContain('is no admin any more');
  });

  it.each([
    ['admin-needed', 409, 'This admin must stay'],
    ['unknown-user', 404, 'This admin was removed meanwhile'],
  ])('tells why somebody was not removed, and reads the list anew: %s', async (code, status, words) => {
    await open(BOSS, GRACE);
    await visitor.press('Remove Grace, grace@example.org');
    await visitor.press('Remove the admin');
    await visitor.refuse(`DELETE ${PEOPLE}/grace`, { status, code });
    await list(BOSS);
    await visitor.sees(words);
    await visitor.seesNoMore('grace@example.org');
  });

  it('offers to try again when the list did not come', async () => {
    await visitor.refuse(`GET ${PEOPLE}`, { status: 503, code: 'storage-unavailable' });
    await visitor.sees('The admins could not be fetched');
    await visitor.press('Try again');
    await open(BOSS);
  });
});
