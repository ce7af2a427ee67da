import { inject, Injectable, signal } from '@angular/core';
import {
  Api,
  getMail,
  listMails,
  MailState,
  MailSummaryResponse,
  Pages,
  Problem,
  readProblem,
  repeatWhileVisible,
  sendMail,
} from '@modex/web-api-client';
import { Confirmations } from '@modex/web-ui';
import { againOf } from './mail-words';

const PAGE = 25;
/** How far the states of the latest mails may be behind, in milliseconds. */
export const MAILS_REFRESH_MS = 3_000;

/** Which mails are looked at. */
export interface MailsWanted {
  readonly state: MailState | undefined;
  readonly bookingId: string | undefined;
}

/** The mails to customers, page after page, and the one write: sending one again. */
@Injectable()
export class Mails {
  private readonly api = inject(Api);
  private readonly confirmations = inject(Confirmations);
  private wanted: MailsWanted = { state: undefined, bookingId: undefined };
  private readonly repeat = repeatWhileVisible(
    () => this.look(),
    () => MAILS_REFRESH_MS,
  );

  readonly pages = new Pages<MailSummaryResponse>(
    (cursor) => this.read(cursor),
    ({ id }) => id,
  );
  /** Whom mail comes from; null: mail is not set up; undefined: not known yet. */
  readonly sender = signal<string | null | undefined>(undefined);
  /** Why the last sending was refused. */
  readonly refused = signal<Problem | undefined>(undefined);

  async open(wanted: MailsWanted): Promise<void> {
    this.wanted = wanted;
    this.refused.set(undefined);
    await this.pages.open();
    this.repeat.later();
  }

  async retry(): Promise<void> {
    await this.open(this.wanted);
  }

  /** Sends a mail, after asking if it had arrived. True when the API has taken it. */
  async send(mail: MailSummaryResponse): Promise<boolean> {
    const { id, version, state } = mail;
    this.refused.set(undefined);
    if (state === 'SENT' && !(await this.confirmations.ask(againOf(mail)))) return false;
    try {
      this.pages.replace(await this.api.invoke(sendMail, { mailId: id, body: { version } }));
      return true;
    } catch (error) {
      this.refused.set(readProblem(error));
      await this.lookAt(id);
      return false;
    }
  }

  private async read(cursor: string | undefined) {
    const wanted = this.wanted;
    const page = await this.api.invoke(listMails, { ...wanted, limit: PAGE, cursor });
    if (wanted === this.wanted) this.sender.set(page.sender);
    return page;
  }

  /** What became of the latest mails; none comes or goes meanwhile, so that nothing moves under a finger. An empty list fills. */
  private async look(): Promise<void> {
    if (this.pages.items().length === 0) return this.pages.refresh();
    try {
      const { items } = await this.read(undefined);
      for (const mail of items) this.pages.replace(mail);
      this.pages.behind.set(undefined);
    } catch (error) {
      this.pages.behind.set(readProblem(error));
    }
  }

  /** What became of one: the answer to an earlier try may have been lost. */
  private async lookAt(mailId: string): Promise<void> {
    try {
      this.pages.replace(await this.api.invoke(getMail, { mailId }));
    } catch (error) {
      this.pages.behind.set(readProblem(error));
    }
  }
}
