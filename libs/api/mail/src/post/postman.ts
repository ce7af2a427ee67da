import { Mail, MailAnswer } from '../mail';

/**
 * What became of a mail that was handed over. `sent`: the server took it. `refused`: it will never take it. `later`: it does
 * not take it now, or was not reached. `unknown`: the connection was lost before the answer.
 */
export interface Delivery {
  readonly kind: 'sent' | 'refused' | 'later' | 'unknown';
  readonly answer: Omit<MailAnswer, 'mayHaveArrived'>;
}

/** Takes mails to the mail server: the port. */
export abstract class Postman {
  /** Whether there is a mail server. */
  abstract readonly isSetUp: boolean;
  /** Hands a mail to the server, within a minute. Never throws for what the server or the network does. */
  abstract send(mail: Pick<Mail, 'to' | 'messageId' | 'subject' | 'text' | 'html' | 'calendar'>): Promise<Delivery>;
}
