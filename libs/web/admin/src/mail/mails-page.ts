import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiEmailOutline } from '@mdi/js';
import { MAIL_STATES } from '@modex/domain';
import { MailState, MailSummaryResponse } from '@modex/web-api-client';
import { BlankState, Eyebrow, Heading, ListEnd, Notice, Page, PageStates, Skeleton, WriteGate } from '@modex/web-ui';
import { MailCard } from './mail-card';
import { MAIL_LIST_WORDS, MAIL_STATE_WORDS } from './mail-words';
import { Mails } from './mails';

/** A choice above the list: the mails of one state, or all. */
interface Choice {
  readonly state: MailState | null;
  readonly word: string;
}

/** What customers were written, what became of it, and sending it again. Which mails are shown stands in the address. */
@Component({
  imports: [BlankState, Eyebrow, Heading, ListEnd, MailCard, Notice, Page, PageStates, RouterLink, Skeleton],
  providers: [Mails, WriteGate],
  templateUrl: './mails-page.html',
  styleUrl: './mails-page.scss',
})
export class MailsPage {
  /** The state of the address. */
  readonly state = input<string | undefined>();
  /** The booking of the address. */
  readonly bookingId = input<string | undefined>();

  protected readonly mails = inject(Mails);
  protected readonly icon = mdiEmailOutline;
  protected readonly listWords = MAIL_LIST_WORDS;
  protected readonly choices: readonly Choice[] = [
    { state: null, word: $localize`All` },
    ...MAIL_STATES.map((state) => ({ state, word: MAIL_STATE_WORDS[state].word })),
  ];
  protected readonly chosen = computed(() => MAIL_STATES.find((state) => state === this.state()) ?? null);
  protected readonly said = signal('');
  /** Nothing can be sent where mail is not set up. */
  protected readonly send = computed(() =>
    typeof this.mails.sender() === 'string' ? (mail: MailSummaryResponse) => this.sendAgain(mail) : undefined,
  );

  constructor() {
    effect(() => {
      const wanted = { state: this.chosen() ?? undefined, bookingId: this.bookingId() };
      untracked(() => {
        this.said.set('');
        void this.mails.open(wanted);
      });
    });
  }

  private async sendAgain(mail: MailSummaryResponse): Promise<void> {
    this.said.set('');
    if (await this.mails.send(mail)) this.said.set($localize`The mail is on its way.`);
  }
}
