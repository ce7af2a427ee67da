import { Clipboard } from '@angular/cdk/clipboard';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import {
  FirstPasswordResponse,
  InvitationResponse,
  NewInvitationResponse,
  StaffMemberResponse,
} from '@modex/web-api-client';
import { Visitor } from '@modex/web-ui/testing';
import { PeoplePage } from './people-page';

const PEOPLE = '/api/admin/people';
const since = '2026-11-01T10:00:00.000Z';
const BOSS = {
  userId: 'boss',
  name: 'Admin',
  email: 'boss@example.org',
  role: 'OWNER' as const,
  since,
  fromEnvironment: true,
  self: false,
};
const ADA = {
  userId: 'ada',
  name: 'Ada',
  email: 'ada@example.org',
  role: 'OWNER' as const,
  since,
  fromEnvironment: false,
  self: true,
};
const GRACE = {
  userId: 'grace',
  name: 'Grace',
  email: 'grace@example.org',
  role: 'DOOR' as const,
  since,
  fromEnvironment: false,
  self: false,
};
const FIRST: FirstPasswordResponse = { ...GRACE, firstPassword: 'k7mw-p3xz-q9ha-vt4n' };
const HEDY: InvitationResponse = {
  id: 'i1',
  email: 'hedy@example.org',
  role: 'BOX_OFFICE',
  endsAt: '2026-12-08T10:00:00.000Z',
};
const INVITED: NewInvitationResponse = { ...HEDY, path: '/account/invitation#secret', mailed: true };

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

  const list = (...items: readonly StaffMemberResponse[]) => visitor.answer(`GET ${PEOPLE}`, { items });
  const invitations = (...items: readonly InvitationResponse[]) =>
    visitor.answer(`GET ${PEOPLE}/invitations`, { items });
  const open = async (...items: readonly StaffMemberResponse[]): Promise<void> => {
    await list(...items);
    await invitations();
    await visitor.sees(items[0]?.email ?? '');
  };
  const invite = async (): Promise<void> => {
    await visitor.fill('E-mail', 'hedy@example.org ');
    await visitor.press('Invite');
  };
  const renew = async (): Promise<void> => {
    await visitor.press('New password for Grace, grace@example.org');
    await visitor.press('Make a new password');
    await visitor.answer(`POST ${PEOPLE}/grace/password`, FIRST);
    await list(BOSS, GRACE);
    await visitor.sees('k7mw-p3xz-q9ha-vt4n');
  };
  const focused = (): string => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

  it('lists who works here, and offers nothing that the API refuses', async () => {
    await open(BOSS, ADA, GRACE);
    expect(visitor.buttonNames()).toEqual([
      'Change my password',
      'Change the role of Grace, grace@example.org',
      'New password for Grace, grace@example.org',
      'Remove Grace, grace@example.org',
      'Invite',
    ]);
    expect([...document.querySelectorAll('select')].map(({ value }) => value)).toEqual(['DOOR']);
    expect(visitor.text()).toContain('cannot be removed here');
  });

  it('invites somebody, and shows the link once', async () => {
    await open(BOSS);
    await invite();
    const { request } = await visitor.answer(`POST ${PEOPLE}/invitations`, INVITED);
    expect(request.body).toEqual({ email: 'hedy@example.org', role: 'DOOR' });
    await invitations(HEDY);
    await visitor.sees('/account/invitation#secret');
    await visitor.sees('A mail with this link is on its way');
    expect(focused()).toBe('The invitation of hedy@example.org');
    await visitor.press('Copy the link');
    await visitor.sees('Copied.');
    expect(copy.mock.calls).toEqual([[`${location.origin}/account/invitation#secret`]]);
    await visitor.press('Hide it');
    await visitor.seesNoMore('#secret');
    expect(focused()).toBe('People');
  });

  it('says that the link has to be passed on where no mail is sent', async () => {
    await open(BOSS);
    await invite();
    await visitor.answer(`POST ${PEOPLE}/invitations`, { ...INVITED, mailed: false });
    await invitations(HEDY);
    await visitor.sees('This server sends no mail');
  });

  it('takes an invitation back', async () => {
    await list(BOSS);
    await invitations(HEDY);
    await visitor.press('Take back the invitation of hedy@example.org');
    await visitor.answer(`DELETE ${PEOPLE}/invitations/i1`, null);
    await list(BOSS);
    await invitations();
    await visitor.seesNoMore('hedy@example.org');
  });

  it('says beside the e-mail what to do about one that is taken, and keeps what was written', async () => {
    await open(BOSS);
    await invite();
    await visitor.refuse(`POST ${PEOPLE}/invitations`, { status: 409, code: 'email-taken' });
    await invitations();
    await visitor.sees('change its role above');
    expect((await visitor.control('E-mail')).value).toContain('hedy@example.org');
  });

  it('complains about what is no e-mail, and sends nothing', async () => {
    await open(BOSS);
    await visitor.fill('E-mail', 'grace');
    await visitor.press('Invite');
    await visitor.sees('This does not look like an e-mail address.');
    http.expectNone({ method: 'POST' });
  });

  it('gives somebody another role, or says why not', async () => {
    await open(BOSS, GRACE);
    const choose = async (role: string): Promise<void> => {
      const select = document.querySelector('select') as HTMLSelectElement;
      select.value = role;
      await visitor.press('Change the role of Grace, grace@example.org');
    };
    await choose('BOX_OFFICE');
    const { request } = await visitor.answer(`PATCH ${PEOPLE}/grace`, { ...GRACE, role: 'BOX_OFFICE' });
    expect(request.body).toEqual({ role: 'BOX_OFFICE' });
    await list(BOSS, { ...GRACE, role: 'BOX_OFFICE' });
    await visitor.sees('has another role now: Box office');
    await choose('OWNER');
    await visitor.refuse(`PATCH ${PEOPLE}/grace`, { status: 404, code: 'unknown-user' });
    await list(BOSS);
    await visitor.sees('This person works here no more');
  });

  it.each([
    [true, 'Copied.'],
    [false, 'copy it by hand'],
  ])('copies a new password, and says whether it did: %s', async (isCopied, words) => {
    copy.mockReturnValue(isCopied);
    await open(BOSS, GRACE);
    await renew();
    await visitor.press('Copy the password');
    await visitor.sees(words);
    expect(copy.mock.calls).toEqual([['k7mw-p3xz-q9ha-vt4n']]);
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

  it('takes a role away after asking, and forgets the password that was shown', async () => {
    await open(BOSS, GRACE);
    await renew();
    await visitor.press('Remove Grace, grace@example.org');
    await visitor.sees('The account stays, as that of a customer');
    await visitor.press('Take the role away');
    await visitor.answer(`DELETE ${PEOPLE}/grace`, null);
    await list(BOSS);
    await visitor.sees('works here no more.');
    await visitor.seesNoMore('k7mw-p3xz-q9ha-vt4n');
    expect([visitor.buttonNames().includes('Remove Grace, grace@example.org'), focused()]).toEqual([
      false,
      'Who works here',
    ]);
  });

  it('removes nobody and makes no password when the question is answered with no', async () => {
    await open(BOSS, GRACE);
    await visitor.press('Remove Grace, grace@example.org');
    await visitor.press('Leave it as it is');
    await visitor.seesNoMore('The account stays');
    await visitor.press('New password for Grace, grace@example.org');
    await visitor.press('Leave it as it is');
    await visitor.seesNoMore('Make a new password');
    await visitor.press('Remove Grace, grace@example.org');
    expect(http.match({ method: 'POST' })).toEqual([]);
    expect(http.match({ method: 'DELETE' })).toEqual([]);
    expect(visitor.text()).not.toContain('works here no more.');
  });

  it.each([
    ['admin-needed', 409, 'This admin must stay'],
    ['unknown-user', 404, 'This person works here no more'],
  ])('tells why somebody was not removed, and reads the list anew: %s', async (code, status, words) => {
    await open(BOSS, GRACE);
    await visitor.press('Remove Grace, grace@example.org');
    await visitor.press('Take the role away');
    await visitor.refuse(`DELETE ${PEOPLE}/grace`, { status, code });
    await list(BOSS);
    await visitor.sees(words);
    await visitor.seesNoMore('grace@example.org');
  });

  it('offers to try again when the list did not come', async () => {
    await visitor.refuse(`GET ${PEOPLE}`, { status: 503, code: 'storage-unavailable' });
    await visitor.sees('Who works here could not be fetched');
    await invitations();
    await visitor.press('Try again');
    await list(BOSS);
    await visitor.sees(BOSS.email);
  });
});
