import { Settings } from '@modex/api-core';
import { TestMailServer } from '../test-mail-server';
import { SmtpPostman } from './smtp-postman';

const MAIL = {
  to: { name: 'Żaneta "Ö" O’Neill, jr.\r\nBcc: all@example.org', address: 'zaneta@example.org' },
  ...{
    messageId: '<1.1@example.org>',
    subject: 'Grüße\r\nBcc: everybody@example.org',
    text: 'Zażółć',
    html: '<p>Zażółć</p>',
  },
  calendar: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
};

describe('the postman', () => {
  let server: TestMailServer;
  let postman: SmtpPostman;
  beforeAll(async () => {
    server = await TestMailServer.start();
    const mail = { smtpUrl: server.url, from: { name: 'Müller & Söhne', address: 'tickets@example.org' } };
    postman = new SmtpPostman({ mail } as Settings);
  });
  afterAll(() => server?.close());
  beforeEach(() => server.reset());

  it('writes letters of every script, and lets nobody add a header or a recipient', async () => {
    expect((await postman.send(MAIL)).kind).toBe('sent');
    const [mail] = server.received as [(typeof server.received)[number]];
    expect(mail.headers.has('bcc')).toBe(false);
    expect(mail.text?.trim()).toBe('Zażółć');
    expect(mail.subject).toContain('Grüße');
    expect(mail.from?.value).toEqual([{ name: 'Müller & Söhne', address: 'tickets@example.org' }]);
    expect(mail.to).toMatchObject({
      value: [{ address: 'zaneta@example.org', name: expect.stringContaining('Żaneta') }],
    });
  });

  it('does not keep a stop waiting for a server that never answers; the outcome is then unknown', async () => {
    let arrived = (): void => undefined;
    const arrival = new Promise<void>((resolve) => (arrived = resolve));
    server.meanwhile = () => {
      arrived();
      return new Promise(() => undefined);
    };
    const sent = postman.send(MAIL);
    await arrival;
    postman.onModuleDestroy();
    expect((await sent).kind).toBe('unknown');
  });
});
