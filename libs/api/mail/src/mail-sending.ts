import { Injectable, Logger } from '@nestjs/common';
import { AccountLetters } from '@modex/api-accounts';
import { Budget, Job, Jobs } from '@modex/api-core';
import { MAIL_TRIES, pauseAfterTry } from '@modex/domain';
import { withAddress } from './letters/account-letter';
import { Mail, MailAnswer, MailOutcome } from './mail';
import { MailRef, MailRepository } from './mail.repository';
import { Delivery, Postman } from './post/postman';

/** Mails looked at at once. */
const BATCH = 48;
/** Mails on their way at once, each by a connection of its own. */
const AT_ONCE = 4;
/** How long a process has a mail for itself; longer than the postman takes. */
const CLAIM_MS = 120_000;
/** What is known of a mail whose process died: nothing. */
const SILENT: MailAnswer = { text: 'Nobody was there to hear the answer.', mayHaveArrived: true };

/** What is said of a mail whose link works no more: it ended, or a newer one was asked for. */
const TOO_LATE: MailAnswer = { text: 'The link in it works no more.', mayHaveArrived: false };

/**
 * Sends the mails that are due, a few at once: those of a booking in order, each by one process, and again only if it did not
 * arrive or nobody knows whether it did.
 */
@Injectable()
export class MailSending implements Job {
  readonly name = 'sending of mail';
  readonly pauseMs = 2_000;
  readonly budgetMs = 60_000;
  private readonly logger = new Logger(MailSending.name);

  constructor(
    private readonly mails: MailRepository,
    private readonly postman: Postman,
    private readonly letters: AccountLetters,
    jobs: Jobs,
  ) {
    jobs.add(this);
  }

  async run(budget: Budget): Promise<void> {
    if (!this.postman.isSetUp) return;
    let due: readonly MailRef[];
    do {
      due = await this.mails.findDue(BATCH);
      for (let at = 0; at < due.length; at += AT_ONCE) {
        if (budget.isSpent) return;
        // Of a booking only one is due, so they may overtake each other.
        const reached = await Promise.all(due.slice(at, at + AT_ONCE).map((seen) => this.take(seen)));
        if (reached.includes(false)) return;
      }
    } while (due.length > 0);
  }

  /** @returns whether the next one may follow at once: a server that is not there is not asked for every mail */
  private async take(seen: MailRef): Promise<boolean> {
    const mail = await this.mails.claim(seen, CLAIM_MS);
    if (mail === undefined) return true;
    // The last process that tried it died each time: who knows what it is that it dies of.
    if (mail.tries > MAIL_TRIES) {
      await this.mails.record(mail, { state: 'FAILED', answer: SILENT });
      return true;
    }
    const whole = await this.withLink(mail);
    if (whole === undefined) {
      await this.mails.record(mail, { state: 'FAILED', answer: TOO_LATE });
      return true;
    }
    const delivery = await this.postman.send(whole);
    const outcome = outcomeOf(delivery, mail);
    await this.mails.record(mail, outcome);
    if (outcome.state !== 'SENT') this.tell(mail, outcome);
    else if (mail.linkId !== undefined) await this.letters.sent(mail.linkId);
    return delivery.answer.code !== undefined || delivery.kind === 'refused';
  }

  /** The mail as its reader gets it; undefined when the link in it works no more. */
  private async withLink(mail: Mail): Promise<Mail | undefined> {
    if (mail.linkId === undefined) return mail;
    const address = await this.letters.addressOf(mail.linkId);
    return address === undefined ? undefined : withAddress(mail, address);
  }

  /** Without the address: a log is read by many. */
  private tell({ id, bookingId, tries }: Mail, { state, answer }: MailOutcome): void {
    const about = bookingId === undefined ? 'an account' : `booking ${bookingId}`;
    this.logger.warn(`mail ${id} of ${about} is ${state} after try ${tries}: ${answer.text}`);
  }
}

function outcomeOf({ kind, answer }: Delivery, { tries }: Mail): MailOutcome {
  const told = { ...answer, mayHaveArrived: kind === 'unknown' };
  if (kind === 'sent') return { state: 'SENT', answer: told };
  if (kind === 'refused') return { state: 'REFUSED', answer: told };
  const pauseMs = pauseAfterTry(tries);
  return pauseMs === undefined ? { state: 'FAILED', answer: told } : { state: 'WAITING', answer: told, pauseMs };
}
