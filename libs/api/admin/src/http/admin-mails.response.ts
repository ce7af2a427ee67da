import { ApiProperty } from '@nestjs/swagger';
import { mapPage, Page, PageResponse } from '@modex/api-core';
import { Mail } from '@modex/api-mail';
import { MAIL_KINDS, MAIL_STATES, MailKind, MailState } from '@modex/domain';

/** What the mail server said, or what went wrong on the way to it. */
export class MailAnswerResponse {
  /** Its code of SMTP; null where there was no answer. */
  @ApiProperty({ type: Number, nullable: true, example: 550 })
  code: number | null;
  /**
   * In its own words.
   * @example "550 No such person here"
   */
  text: string;
  /** Whether the mail may have arrived although nobody said so: the connection was lost before the answer. */
  mayHaveArrived: boolean;
}

/** A mail without its words. */
export class MailSummaryResponse {
  id: string;
  /**
   * The booking that it is about; null for one about an account.
   * @example "66f0c0ffee00112233445577"
   */
  @ApiProperty({ type: String, nullable: true })
  bookingId: string | null;
  /**
   * What it tells: that the booking was confirmed, that seats were given back, that it was cancelled, that its show was changed,
   * or what happened to an account; or which link for an account it carries.
   */
  @ApiProperty({ enum: MAIL_KINDS, enumName: 'MailKind' })
  kind: MailKind;
  /** Name of its reader. */
  toName: string;
  /**
   * Where it goes.
   * @example "ada@example.org"
   */
  toEmail: string;
  /** @example "Your booking: Hamlet" */
  @ApiProperty({ description: 'Its subject.' })
  subject: string;
  /** `UNSENT`: written while no mail server was set up. `WAITING`: for its turn, or for the next try. `SENDING`: handed to the server. `SENT`: the server took it. `REFUSED`: the server refused it for good. `FAILED`: given up after the last try. */
  @ApiProperty({ enum: MAIL_STATES, enumName: 'MailState' })
  state: MailState;
  /** Rises with everything that becomes of it; send it back to send the mail again. */
  version: number;
  /** When it was written. */
  @ApiProperty({ type: String, format: 'date-time' })
  writtenAt: string;
  /** When its state last changed. */
  @ApiProperty({ type: String, format: 'date-time' })
  changedAt: string;
  /** How often it was tried. */
  tries: number;
  /** When it is tried next; null unless it waits. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  nextTryAt: string | null;
  /** What came of the last try; null before the first. */
  @ApiProperty({ type: MailAnswerResponse, nullable: true })
  answer: MailAnswerResponse | null;
}

/** A mail with its words; a link to an account stands only in the mail that is sent. */
export class MailResponse extends MailSummaryResponse {
  /**
   * Its Message-ID (RFC 5322), the same at every try.
   * @example "<66f0c0ffee00112233445577.1@tickets.example.org>"
   */
  messageId: string;
  /** What it says, as text. */
  text: string;
  /** What it says, as HTML. */
  html: string;
}

/** One page of the mails, latest first. */
export class MailPageResponse extends PageResponse {
  /**
   * Whom mail comes from; null where mail is not set up, and nothing is sent.
   * @example "tickets@example.org"
   */
  @ApiProperty({ type: String, nullable: true })
  sender: string | null;
  items: MailSummaryResponse[];
}

export function toMailPage(page: Page<Mail>, sender: string | undefined): MailPageResponse {
  return { ...mapPage(page, toSummary), sender: sender ?? null };
}

export function toMailResponse(mail: Mail): MailResponse {
  const { messageId, text, html } = mail;
  return { ...toSummary(mail), messageId, text, html };
}

function toSummary(mail: Mail): MailSummaryResponse {
  const { id, bookingId, kind, to, subject, state, version, writtenAt, changedAt, tries, due, answer } = mail;
  return {
    ...{ id, bookingId: bookingId ?? null, kind, toName: to.name, toEmail: to.address, subject, state, version, tries },
    ...{ writtenAt: writtenAt.toISOString(), changedAt: changedAt.toISOString() },
    nextTryAt: state === 'WAITING' ? (due?.toISOString() ?? null) : null,
    answer: answer === undefined ? null : { ...answer, code: answer.code ?? null },
  };
}
