import { PageRequest } from '@modex/api-core';
import { Mail, MailFilter, MailOutcome, NewMail } from './mail';

/** Which mail, as it was seen. */
export type MailRef = Pick<Mail, 'id' | 'version'>;

/**
 * The mails. Each move is one compare-and-set on the version that was seen, and a miss returns undefined; "now" is the
 * database's clock.
 */
export abstract class MailRepository {
  /** Writes a mail once, however often it is told. @param waits whether it is to be sent, or only kept */
  abstract write(mail: NewMail, waits: boolean): Promise<void>;
  /** Mails that are due and the first of their booking that has not ended, the longest due first. A mail follows those written before it. */
  abstract findDue(limit: number): Promise<readonly MailRef[]>;
  /** → SENDING, and due again after the lease: whoever claims it then takes it over. */
  abstract claim(seen: MailRef, leaseMs: number): Promise<Mail | undefined>;
  /** SENDING → what came of it, unless it was taken over meanwhile. */
  abstract record(claimed: MailRef, outcome: MailOutcome): Promise<Mail | undefined>;
  /** → WAITING, due now, with its tries counted anew. @param messageId a new one, where it shall count as another mail */
  abstract sendAgain(seen: MailRef, messageId: string): Promise<Mail | undefined>;

  /** Up to when each of these bookings was told the changes of its show; those that never were are left out. */
  abstract findToldUntil(bookingIds: readonly string[]): Promise<ReadonlyMap<string, Date>>;
  abstract findById(id: string): Promise<Mail | undefined>;
  /** Latest written first, one more than asked for. */
  abstract list(page: PageRequest, filter: MailFilter): Promise<readonly Mail[]>;
}
