import { killAt } from '@modex/testing';
import { startTestApi, TestApi } from '@modex/testing/mail';
import { Mail } from './mail';
import { MailRepository } from './mail.repository';
import { MailService } from './mail.service';
import { TestMailServer } from './test-mail-server';

const PASSWORD = 'curtain up at eight';
const OTHER = 'the fat lady sings at ten';
const SITE = 'https://tickets.example.org';

describe('mails about accounts', () => {
  let server: TestMailServer;
  let api: TestApi;
  let email: string;
  let people = 0;
  beforeAll(async () => {
    server = await TestMailServer.start();
    const from = { name: 'Town Theatre', address: 'tickets@example.org' };
    api = await startTestApi({ settings: { mail: { smtpUrl: server.url, from }, publicUrl: SITE } });
  });
  afterAll(async () => {
    await api?.close();
    await server?.close();
  });
  beforeEach(async () => {
    email = `reader${++people}@example.org`;
    await api.post('/api/auth/register', { body: { name: 'Ada', email, password: PASSWORD } });
    await api.sweep();
    await api.stored('mails').deleteMany({});
    server.reset();
  });

  const post = (path: string, body: object) => api.post(`/api/auth/${path}`, { body });
  const ask = () => post('password-resets', { email });
  const reset = (token: string) => post('password-resets/use', { token, password: OTHER });
  const mails = async (): Promise<readonly Mail[]> => (await api.find(MailService).list({}, {})).items.toReversed();
  const tokens = () =>
    server.received.flatMap(({ text = '' }) => /\/account\/reset#([\w-]+)$/m.exec(text)?.slice(1) ?? []);
  const letTimePass = () => api.stored('mails').updateMany({ due: { $exists: true } }, [{ $set: { due: '$$NOW' } }]);

  it('carry a link that works, as text and as HTML, and keep it to their reader', async () => {
    await ask();
    await api.sweep();
    const [sent] = server.received;
    const [token] = tokens() as [string];
    expect(sent).toMatchObject({ subject: 'Set a new password', to: { value: [{ address: email, name: 'Ada' }] } });
    expect(sent?.html).toContain(`<a href="${SITE}/account/reset#${token}">`);
    expect(sent?.text).toContain('works once, for an hour');
    expect(sent?.attachments).toEqual([]);
    const [kept] = (await mails()) as [Mail];
    expect(kept).toMatchObject({ kind: 'password-reset', state: 'SENT', bookingId: undefined });
    expect(kept.messageId).toMatch(/^<account\.[\da-f]{24}@tickets\.example\.org>$/);
    for (const where of ['mails', 'account_links'] as const)
      expect(JSON.stringify(await api.stored(where).find().toArray())).not.toContain(token);
    expect((await reset(token)).status).toBe(204);
  });

  it('tell the owner that the password was changed', async () => {
    await ask();
    await api.sweep();
    await reset(tokens()[0] ?? '');
    await api.sweep();
    expect(server.received.map(({ subject }) => subject)).toEqual(['Set a new password', 'Your password was changed']);
    await api.sweep();
    expect(server.received).toHaveLength(2);
  });

  it('prove the e-mail of a new account', async () => {
    const body = { name: 'Grace', email: 'grace@example.org', password: PASSWORD };
    await api.post('/api/auth/register', { body });
    await api.sweep();
    const token = /\/account\/proof#([\w-]+)$/m.exec(server.received[0]?.text ?? '')?.[1];
    expect((await post('email-proofs/use', { token })).body.user).toMatchObject({ emailProved: true });
  });

  it('are not sent to addresses of nobody', async () => {
    await post('password-resets', { email: 'nobody@example.org' });
    await api.sweep();
    expect([server.received, await mails()]).toEqual([[], []]);
  });

  it('are written once when their writer dies before it is marked as written', async () => {
    await ask();
    const { write } = api.find(MailRepository);
    const spy = jest.spyOn(api.find(MailRepository), 'write').mockImplementationOnce(async (mail, waits) => {
      await write.call(api.find(MailRepository), mail, waits);
      throw new Error('killed');
    });
    await expect(api.sweep()).rejects.toThrow('killed');
    await api.sweep();
    spy.mockRestore();
    expect([(await mails()).length, tokens().length]).toEqual([1, 1]);
    expect((await reset(tokens()[0] ?? '')).status).toBe(204);
  });

  it('carry the same link when they are sent again, since nobody heard the answer', async () => {
    await ask();
    const live = killAt(api.find(MailRepository), 'record');
    await expect(api.sweep()).rejects.toThrow('connection reset');
    live();
    await letTimePass();
    await api.sweep();
    expect(tokens()).toHaveLength(2);
    expect(new Set(tokens()).size).toBe(1);
    expect((await reset(tokens()[0] ?? '')).status).toBe(204);
  });

  it('are given up when their link works no more', async () => {
    await ask();
    server.reactions.push({ code: 451, text: 'Try later' });
    await api.sweep();
    await ask();
    await letTimePass();
    await api.sweep();
    const [late, now] = (await mails()) as [Mail, Mail];
    expect(late).toMatchObject({ state: 'FAILED', answer: { text: 'The link in it works no more.' } });
    expect(now.state).toBe('SENT');
    expect(await Promise.all(tokens().map(async (token) => (await reset(token)).status))).toEqual([404, 204]);
  });

  it('do not wait for each other', async () => {
    await ask();
    server.reactions.push({ code: 451, text: 'Try later' });
    await api.sweep();
    await post('sign-in-links', { email: 'nobody@example.org' });
    await api.post('/api/auth/register', { body: { name: 'Eve', email: 'eve@example.org', password: PASSWORD } });
    await api.sweep();
    expect((await mails()).map(({ state }) => state)).toEqual(['WAITING', 'SENT']);
  });
});

it('what happened to an account is written and kept where no mail server is set up', async () => {
  const api = await startTestApi();
  try {
    const body = { name: 'Ada', email: 'ada@example.org', password: PASSWORD };
    const { token } = (await api.post('/api/auth/register', { body })).body;
    await api.post('/api/auth/password', { token, body: { currentPassword: PASSWORD, password: OTHER } });
    await api.sweep();
    const { items } = await api.find(MailService).list({}, {});
    expect(items).toMatchObject([{ kind: 'password-changed', state: 'UNSENT', to: { address: 'ada@example.org' } }]);
  } finally {
    await api.close();
  }
});
