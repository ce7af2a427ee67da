import { Injectable, OnModuleDestroy } from '@nestjs/common';
import { MailSettings, Settings } from '@modex/api-core';
import { createTransport } from 'nodemailer';
import { deliveryOf } from './delivery-of';
import { Delivery, Postman } from './postman';

/** How long the whole conversation about a mail may take, in milliseconds; shorter than the claim on it. */
const WHOLE_MS = 60_000;
/** How long a stop waits for the mail under way. */
const LAST_MS = 3_000;
const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Sends by SMTP, one connection for each mail: a mail server ends connections as it likes, and the outcome of a mail must
 * never depend on one that was kept for the next.
 */
@Injectable()
export class SmtpPostman extends Postman implements OnModuleDestroy {
  private readonly stop = new AbortController();

  constructor(private readonly settings: Settings) {
    super();
  }

  get isSetUp(): boolean {
    return this.settings.mail !== undefined;
  }

  /** The mail under way gets a little time; then its outcome is unknown, and it is sent again after the next start. */
  onModuleDestroy(): void {
    setTimeout(() => this.stop.abort(), LAST_MS).unref();
  }

  async send(mail: Parameters<Postman['send']>[0]): Promise<Delivery> {
    const { mail: settings } = this.settings;
    if (settings === undefined) throw new Error('Mail is not set up.');
    const signal = AbortSignal.any([AbortSignal.timeout(WHOLE_MS), this.stop.signal]);
    try {
      const { response } = await createTransport(transportOf(settings)).sendMail({
        ...messageOf(mail, settings),
        signal,
      });
      return deliveryOf({ response });
    } catch (error) {
      return deliveryOf(error);
    }
  }
}

function transportOf({ smtpUrl }: MailSettings) {
  const { username, hostname } = new URL(smtpUrl);
  return {
    url: smtpUrl,
    // A password never crosses a network in the clear.
    requireTLS: username !== '' && !LOCAL.includes(hostname),
    ...{ connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 },
    // Only what is in the mail is sent, never a file or an address that it names.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  };
}

function messageOf(mail: Parameters<Postman['send']>[0], from: MailSettings) {
  const { to, messageId, subject, text, html, calendar } = mail;
  return {
    ...{ from: { ...from.from }, to: { ...to }, messageId, subject, text, html },
    // No automatic answer comes back (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments:
      calendar === undefined
        ? []
        : [{ filename: 'booking.ics', content: calendar, contentType: 'text/calendar; charset=utf-8' }],
  };
}
