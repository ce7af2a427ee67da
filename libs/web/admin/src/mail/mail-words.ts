import {
  mdiClockOutline,
  mdiEmailAlertOutline,
  mdiEmailCheckOutline,
  mdiEmailFastOutline,
  mdiEmailOffOutline,
  mdiEmailRemoveOutline,
} from '@mdi/js';
import { MailState, MailSummaryResponse } from '@modex/web-api-client';
import { ChipTone, counted, isolated, ListWords } from '@modex/web-ui';

/** The chip of each state of a mail. */
export const MAIL_STATE_WORDS: Readonly<
  Record<MailState, { readonly word: string; readonly icon: string; readonly tone: ChipTone }>
> = {
  UNSENT: { word: $localize`Not sent`, icon: mdiEmailOffOutline, tone: 'quiet' },
  WAITING: { word: $localize`Waiting`, icon: mdiClockOutline, tone: 'waiting' },
  SENDING: { word: $localize`Being sent`, icon: mdiEmailFastOutline, tone: 'waiting' },
  SENT: { word: $localize`Sent`, icon: mdiEmailCheckOutline, tone: 'good' },
  REFUSED: { word: $localize`Refused`, icon: mdiEmailRemoveOutline, tone: 'bad' },
  FAILED: { word: $localize`Given up`, icon: mdiEmailAlertOutline, tone: 'bad' },
};

/** What is said at the end of the list of mails. */
export const MAIL_LIST_WORDS: ListWords = {
  more: $localize`More mails`,
  fetching: $localize`Fetching more mails…`,
  all: (count) => counted(count, $localize`{n, plural, =1 {1 mail} other {${count}:mails: mails}}`),
  soFar: (count) =>
    counted(count, $localize`{n, plural, =1 {1 mail, and more} other {${count}:mails: mails, and more}}`),
};

/** What the button that sends a mail says; undefined while the mail server has it. */
export function sendWord(state: MailState): string | undefined {
  switch (state) {
    case 'UNSENT':
      return $localize`Send`;
    case 'WAITING':
      return $localize`Try now`;
    case 'SENDING':
      return undefined;
    case 'SENT':
    case 'REFUSED':
    case 'FAILED':
      return $localize`Send again`;
  }
}

/** The question before a mail that had arrived is sent once more. */
export function againOf({ subject, toEmail }: MailSummaryResponse) {
  return {
    headline: $localize`Send “${isolated(subject)}:subject:” to ${isolated(toEmail)}:email: once more?`,
    consequences: [
      $localize`The mail server took it already; its reader will have it twice.`,
      $localize`It says what it said then, whatever has happened since.`,
    ],
    confirm: $localize`Send it once more`,
    keep: $localize`Leave it`,
  };
}
