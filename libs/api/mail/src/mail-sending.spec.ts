import { AccountLetters } from '@modex/api-accounts';
import { Jobs } from '@modex/api-core';
import { MAIL_TRIES } from '@modex/domain';
import { killAt } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/mail';
import { Mail } from './mail';
import { MailSending } from './mail-sending';
import { MailRepository } from './mail.repository';
import { MailService } from './mail.service';
import { Postman } from './post/postman';
import { TestMailServer } from './test-mail-server';

const FROM = { name: 'Town Theatre', address: 'tickets@example.org' };

describe('the sending of mail', () => {
  let server: TestMailServer;
  let api: TestApi;
  let guest: SignedInUser;
  let show: TestShow;
  beforeAll(async () => {
    server = await TestMailServer.start();
    api = await startTestApi({ settings: { mail: { smtpUrl: server.url, from: FROM } } });
    guest = await api.guest();
  });
  afterAll(async () => {
    await api?.close();
    await server?.close();
  });
  beforeEach(async () => {
    await api.stored('mails').deleteMany({});
    server.reset();
    show = await api.show();
  });

  const book = async (...places: readonly number[]): Promise<string> => {
    const seatIds = places.map((place) => show.seatIds[place] as string);
    return (await api.book(guest, show, { seatIds })).body.bookingId;
  };
  const giveBack = (bookingId: string) =>
    api.post(`/api/bookings/${bookingId}/cancel`, { token: guest.token, body: {} });
  const mailsOf = async (bookingId: string): Promise<readonly Mail[]> =>
    (await api.find(MailService).list({ bookingId }, {})).items.toReversed();
  const statesOf = async (bookingId: string) => (await mailsOf(bookingId)).map(({ state }) => state);
  /** Lets the next try, and the end of every claim, come at once. */
  const letTimePass = () => api.stored('mails').updateMany({ due: { $exists: true } }, [{ $set: { due: '$$NOW' } }]);
  const tryAgain = async () => {
    await letTimePass();
    await api.sweep();
  };
  const ids = () => server.received.map(({ messageId }) => messageId);

  it('takes each mail to the server once, with its calendar entry, as text and as HTML', async () => {
    const id = await book(0, 1);
    await api.sweep();
    await api.sweep();
    expect(server.received).toHaveLength(1);
    const [mail] = server.received as [(typeof server.received)[number]];
    const [kept] = (await mailsOf(id)) as [Mail];
    expect(mail.messageId).toBe(`<${id}.1@example.org>`);
    expect(mail.subject).toBe(kept.subject);
    expect(mail.from?.value).toEqual([FROM]);
    expect(mail.to).toMatchObject({ value: [{ address: kept.to.address, name: kept.to.name }] });
    expect([mail.text, mail.html]).toEqual([kept.text, kept.html]);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    const [calendar] = mail.attachments as [(typeof mail.attachments)[number]];
    expect([calendar.contentType, calendar.filename]).toEqual(['text/calendar', 'booking.ics']);
    expect(calendar.content.toString()).toMatch(/STATUS:CONFIRMED/);
    expect(kept).toMatchObject({ state: 'SENT', tries: 1, answer: { code: 250 } });
  });

  it('tries again what the server does not take yet, with pauses, until it is given up', async () => {
    const later = { code: 450, text: 'Mailbox is busy' };
    server.reactions.push(...Array.from({ length: MAIL_TRIES }, () => later));
    const id = await book(0);
    await api.sweep();
    await api.sweep();
    expect(server.received).toHaveLength(1);
    const [waiting] = (await mailsOf(id)) as [Mail];
    expect(waiting).toMatchObject({ state: 'WAITING', tries: 1, answer: { code: 450, mayHaveArrived: false } });
    expect(waiting.answer?.text).toContain('Mailbox is busy');
    expect(waiting.due?.getTime()).toBeGreaterThan(waiting.changedAt.getTime());
    for (let tries = 1; tries < MAIL_TRIES; tries++) await tryAgain();
    expect(await mailsOf(id)).toMatchObject([{ state: 'FAILED', tries: MAIL_TRIES }]);
    await tryAgain();
    expect(new Set(ids())).toEqual(new Set([`<${id}.1@example.org>`]));
    expect(server.received).toHaveLength(MAIL_TRIES);
  });

  it.each([
    ['the address', { code: 550, text: 'No such person here', at: 'address' }],
    ['the words', { code: 554, text: 'Looks like spam' }],
  ] as const)('tells that the server refuses %s, and does not ask again', async (_what, refusal) => {
    server.reactions.push(refusal);
    const id = await book(0);
    await api.sweep();
    await tryAgain();
    const [mail] = (await mailsOf(id)) as [Mail];
    expect(mail).toMatchObject({ state: 'REFUSED', tries: 1, answer: { code: refusal.code, mayHaveArrived: false } });
    expect(mail.answer?.text).toContain(refusal.text);
  });

  it('sends again with the same Message-ID when the connection is lost before the answer', async () => {
    server.reactions.push('hang-up');
    const id = await book(0);
    await api.sweep();
    expect(await mailsOf(id)).toMatchObject([{ state: 'WAITING', answer: { mayHaveArrived: true } }]);
    await tryAgain();
    expect(await statesOf(id)).toEqual(['SENT']);
    expect(ids()).toEqual(Array(2).fill(`<${id}.1@example.org>`));
  });

  it('sends again with the same Message-ID after a death between the answer and writing it down', async () => {
    const id = await book(0);
    const mails = api.find(MailRepository);
    const live = killAt(mails, 'record');
    await expect(api.sweep()).rejects.toThrow('connection reset');
    live();
    await api.sweep();
    expect([await statesOf(id), ids()]).toEqual([['SENDING'], [`<${id}.1@example.org>`]]);
    await tryAgain();
    expect(await statesOf(id)).toEqual(['SENT']);
    expect(ids()).toEqual(Array(2).fill(`<${id}.1@example.org>`));
  });

  it('writes a mail once when the reader of the outbox dies before its event is marked as read', async () => {
    const id = await book(0);
    const mails = api.find(MailRepository);
    const write = jest.spyOn(mails, 'write').mockImplementationOnce(async (mail, waits) => {
      await mails.write(mail, waits);
      throw new Error('killed');
    });
    await api.sweep();
    await api.stored('bookings').updateMany({ events_due: { $exists: true } }, [{ $set: { events_due: '$$NOW' } }]);
    await api.sweep();
    expect(write.mock.calls.length).toBeGreaterThanOrEqual(3);
    write.mockRestore();
    expect([await statesOf(id), ids()]).toEqual([['SENT'], [`<${id}.1@example.org>`]]);
  });

  it('gives up a mail whose process dies at every try', async () => {
    const id = await book(0);
    await api.sweep();
    await api
      .stored('mails')
      .updateMany({ booking_id: api.objectId(id) }, [{ $set: { state: 'SENDING', tries: MAIL_TRIES, due: '$$NOW' } }]);
    await api.sweep();
    expect(await mailsOf(id)).toMatchObject([{ state: 'FAILED', answer: { mayHaveArrived: true } }]);
    expect(server.received).toHaveLength(1);
  });

  it('writes down nothing over what another process did after the claim was over', async () => {
    const id = await book(0);
    server.meanwhile = async () => {
      server.meanwhile = async () => undefined;
      await tryAgain();
      server.reactions.push({ code: 450, text: 'Too late' });
    };
    await api.sweep();
    expect(await mailsOf(id)).toMatchObject([{ state: 'SENT', tries: 2 }]);
  });

  it('sends each mail by one of two processes', async () => {
    const bookings = [await book(0), await book(2), await book(4), await book(6)];
    const run = jest.spyOn(api.find(MailSending), 'run').mockResolvedValue(undefined);
    await api.sweep();
    run.mockRestore();
    const processes = [1, 2].map(
      () => new MailSending(api.find(MailRepository), api.find(Postman), api.find(AccountLetters), new Jobs()),
    );
    await Promise.all(processes.map((one) => one.run({ isSpent: false })));
    expect(ids().sort()).toEqual(bookings.map((id) => `<${id}.1@example.org>`).sort());
  });

  it('keeps the order of a booking: what comes later waits until the first has ended', async () => {
    server.reactions.push({ code: 451, text: 'Try later' });
    const first = await book(0);
    await giveBack(first);
    await api.sweep();
    const other = await book(2);
    await api.sweep();
    expect(await statesOf(first)).toEqual(['WAITING', 'WAITING']);
    expect(await statesOf(other)).toEqual(['SENT']);
    await tryAgain();
    expect(await statesOf(first)).toEqual(['SENT', 'SENT']);
    expect(ids().filter((messageId) => messageId?.includes(first))).toEqual(
      [1, 1, 2].map((n) => `<${first}.${n}@example.org>`),
    );
  });

  it('asks a server that is not there for a few mails only, and for the others in the next rounds', async () => {
    const bookings = [];
    for (const place of [0, 1, 2, 3, 4, 5]) bookings.push(await book(place));
    await server.close();
    await api.sweep();
    const mails = (await Promise.all(bookings.map(mailsOf))).flat();
    const tried = mails.filter(({ tries }) => tries === 1);
    expect([tried.length, mails.length]).toEqual([4, 6]);
    for (const { state, answer } of tried) {
      expect(state).toBe('WAITING');
      expect(answer).toMatchObject({ code: undefined, mayHaveArrived: false });
    }
  });
});
