import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { MailResponse, MailSummaryResponse } from '@modex/web-api-client';
import { Visitor } from '@modex/web-ui/testing';
import { MailsPage } from './mails-page';

const AT = '2026-11-01T10:00:00.000Z';
const SENDER = 'tickets@example.org';

const mail = (changes: Partial<MailSummaryResponse> = {}): MailSummaryResponse => ({
  ...{ id: 'm1', bookingId: 'b1', kind: 'confirmed', toName: 'Ada', toEmail: 'ada@example.org' },
  ...{ subject: 'Your booking: Ondine', state: 'SENT', version: 3, writtenAt: AT, changedAt: AT, tries: 1 },
  ...{ nextTryAt: null, answer: { code: 250, text: '250 OK: queued', mayHaveArrived: false } },
  ...changes,
});

describe('MailsPage', () => {
  let visitor: Visitor;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([{ path: 'admin/mails', component: MailsPage }], withComponentInputBinding()),
      ],
    });
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
  });

  const open = async (
    items: readonly MailSummaryResponse[],
    sender: string | null = SENDER,
    query = '',
  ): Promise<string> => {
    await RouterTestingHarness.create(`/admin/mails${query}`);
    const { request } = await visitor.answer('GET /api/admin/mails', { items, nextCursor: null, sender });
    return request.urlWithParams;
  };

  /** What can be pressed, without the links. */
  const buttons = () => [...document.querySelectorAll('button')].map(({ textContent }) => textContent.trim());

  it.each<[Partial<MailSummaryResponse>, readonly string[], string | undefined]>([
    [{ state: 'SENT' }, ['Sent'], 'Send again'],
    [{ state: 'UNSENT', answer: null, tries: 0 }, ['Not sent'], 'Send'],
    [{ state: 'SENDING' }, ['Being sent'], undefined],
    [
      {
        state: 'WAITING',
        nextTryAt: AT,
        tries: 2,
        answer: { code: null, text: 'connect ECONNREFUSED', mayHaveArrived: false },
      },
      ['Waiting', 'The mail server was not reached.', 'connect ECONNREFUSED', 'Tries so far: 2. Next try'],
      'Try now',
    ],
    [
      { state: 'REFUSED', answer: { code: 550, text: '550 No such person', mayHaveArrived: false } },
      ['Refused', 'What the mail server said:', '550 No such person'],
      'Send again',
    ],
    [
      { state: 'FAILED', answer: { code: null, text: 'Timeout', mayHaveArrived: true } },
      ['Given up', 'it may have arrived', 'Timeout'],
      'Send again',
    ],
  ])('tells what became of a mail that is %j', async (changes, words, button) => {
    await open([mail(changes)]);
    await visitor.sees('Your booking: Ondine');
    for (const word of words) await visitor.sees(word);
    expect(buttons()).toEqual(button === undefined ? [] : [button]);
  });

  it('says that mail is not set up, how to set it up, and offers nothing to send', async () => {
    await open([mail({ state: 'UNSENT', answer: null, tries: 0 })], null);
    await visitor.sees('Mail is not set up: nothing is sent');
    expect(visitor.text()).toContain('SMTP_URL');
    expect(buttons()).toEqual([]);
  });

  it('asks for the mails of the state and the booking in the address', async () => {
    const asked = await open([], SENDER, '?state=REFUSED&bookingId=b1');
    expect(new URL(asked, 'http://x').searchParams.toString()).toContain('state=REFUSED&bookingId=b1');
    await visitor.sees('No mail here');
    await visitor.sees('Only the mails about one booking.');
    expect(document.querySelector('[aria-current]')?.textContent).toBe('Refused');
  });

  it('shows what a mail says when it is opened', async () => {
    await open([mail()]);
    await visitor.sees('What it says');
    document.querySelector('details')?.setAttribute('open', '');
    document.querySelector('details')?.dispatchEvent(new Event('toggle'));
    const full: MailResponse = { ...mail(), messageId: '<b1.1@example.org>', text: 'Row A, seat 1', html: '<b>no</b>' };
    await visitor.answer('GET /api/admin/mails/m1', full);
    await visitor.sees('Row A, seat 1');
  });

  it('sends one again with the version that is shown, and shows what became of it', async () => {
    await open([mail({ state: 'REFUSED' })]);
    await visitor.press('Send again');
    const sent = await visitor.answer(
      'POST /api/admin/mails/m1/send',
      mail({ state: 'WAITING', version: 4, answer: null }),
    );
    expect(sent.request.body).toEqual({ version: 3 });
    await visitor.sees('The mail is on its way.');
    await visitor.sees('Waiting');
  });

  it('asks before one that had arrived is sent once more', async () => {
    await open([mail()]);
    await visitor.press('Send again');
    await visitor.sees('its reader will have it twice');
    TestBed.inject(HttpTestingController).expectNone('/api/admin/mails/m1/send');
    await visitor.press('Leave it');
    TestBed.inject(HttpTestingController).expectNone('/api/admin/mails/m1/send');
  });

  it('shows what became of a mail in the meantime when it is refused to send it', async () => {
    await open([mail({ state: 'FAILED' })]);
    await visitor.press('Send again');
    await visitor.refuse('POST /api/admin/mails/m1/send', { status: 409, code: 'mail-changed' });
    const full: MailResponse = { ...mail({ version: 9 }), messageId: '<b1.1@example.org>', text: '', html: '' };
    await visitor.answer('GET /api/admin/mails/m1', full);
    await visitor.sees('This mail has changed meanwhile');
    await visitor.sees('Sent');
  });
});
