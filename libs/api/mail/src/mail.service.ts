import { Injectable } from '@nestjs/common';
import { Page, PageQuery, pageOf, pageRequest, Settings, unknownThing } from '@modex/api-core';
import { DomainError } from '@modex/domain';
import { Mail, MailFilter } from './mail';
import { MailRepository } from './mail.repository';
import { messageIdOf } from './message-id';
import { Postman } from './post/postman';

/** The mails for staff to see and to send again. */
@Injectable()
export class MailService {
  constructor(
    private readonly mails: MailRepository,
    private readonly postman: Postman,
    private readonly settings: Settings,
  ) {}

  /** Whom mail comes from; undefined: mail is not set up. */
  get sender(): string | undefined {
    return this.settings.mail?.from.address;
  }

  /** Latest written first. */
  async list(filter: MailFilter, query: PageQuery): Promise<Page<Mail>> {
    const page = pageRequest(query);
    return pageOf(await this.mails.list(page, filter), page.limit, ({ writtenAt: time, id }) => ({ time, id }));
  }

  /** @throws DomainError `unknown-mail` */
  async find(id: string): Promise<Mail> {
    const mail = await this.mails.findById(id);
    if (mail === undefined) throw unknownThing('unknown-mail');
    return mail;
  }

  /**
   * Sends a mail again, or at once one that waits. One that did arrive becomes another mail, with a Message-ID of its own:
   * with the old one the customer's server would drop it as known.
   * @param version the one that was seen: who asks twice, or did not see what became of it, sends nothing
   * @throws DomainError `unknown-mail`, `mail-changed`, `mail-not-set-up`
   */
  async sendAgain(id: string, version: number): Promise<Mail> {
    if (!this.postman.isSetUp) {
      throw new DomainError('mail-not-set-up', 'Mail is not set up on this server; it needs SMTP_URL and MAIL_FROM.');
    }
    const seen = await this.find(id);
    const { bookingId = 'account', name, messageId } = seen;
    const anew = messageIdOf(`${bookingId}.${name}.${version}`, this.settings);
    const sent = await this.mails.sendAgain({ id, version }, seen.state === 'SENT' ? anew : messageId);
    if (sent === undefined) {
      throw new DomainError('mail-changed', 'The mail was sent again, or something became of it, since you saw it.');
    }
    return sent;
  }
}
