import { MailAddress } from '@modex/api-core';
import { MailKind, MailState } from '@modex/domain';

/** A mail as it is read: the same words as text and as HTML. */
export interface MailWords {
  /** One line. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A mail that is to be written down. */
export interface NewMail extends MailWords {
  /** The booking that it is about; undefined for one about an account. */
  readonly bookingId?: string | undefined;
  /**
   * Its name among the mails of its booking: the number of an event, or a version of the show; of one about an account, the id
   * of the letter.
   */
  readonly name: string;
  /** The link that stands in it; its address is put in when it is sent, and is stored nowhere. */
  readonly linkId?: string | undefined;
  readonly kind: MailKind;
  readonly to: MailAddress;
  /** The same at every try, so that a mail that arrives twice is recognised (RFC 5322). */
  readonly messageId: string;
  /** The show as a calendar file; absent where it is about none. */
  readonly calendar?: string | undefined;
  /** Up to when it tells changes of the show; absent where it tells none. */
  readonly toldUntil?: Date | undefined;
}

/** What the mail server said, or what went wrong on the way to it. */
export interface MailAnswer {
  /** The code of SMTP; undefined where the server did not answer. */
  readonly code?: number | undefined;
  readonly text: string;
  /** Whether the mail may have arrived although nobody said so: the connection was lost before the answer. */
  readonly mayHaveArrived: boolean;
}

/** A mail that was written. */
export interface Mail extends NewMail {
  readonly id: string;
  readonly state: MailState;
  /** Rises with every write: who sends a mail again names the version that was seen. */
  readonly version: number;
  readonly writtenAt: Date;
  /** How often it was tried since it was written, or since a person sent it again. */
  readonly tries: number;
  /** When it is tried next, or given up by the process that sends it; absent for one that has ended. */
  readonly due?: Date;
  /** When its state last changed. */
  readonly changedAt: Date;
  /** Of the last try. */
  readonly answer?: MailAnswer;
}

/** What came of a try. */
export interface MailOutcome {
  readonly state: Extract<MailState, 'SENT' | 'REFUSED' | 'FAILED' | 'WAITING'>;
  readonly answer: MailAnswer;
  /** When it is tried again, in milliseconds; of WAITING only. */
  readonly pauseMs?: number;
}

/** Which mails are asked for; absent: all. */
export interface MailFilter {
  readonly state?: MailState | undefined;
  readonly bookingId?: string | undefined;
}
