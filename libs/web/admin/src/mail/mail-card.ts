import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Api, getMail, MailSummaryResponse, reading } from '@modex/web-api-client';
import { PageStates, Skeleton, StatusChip, TimePipe, Write, WriteButton } from '@modex/web-ui';
import { MAIL_STATE_WORDS, sendWord } from './mail-words';

/** A mail: to whom, what became of it, what it says, and sending it again. */
@Component({
  selector: 'mx-mail-card',
  imports: [MatButtonModule, PageStates, RouterLink, Skeleton, StatusChip, TimePipe, WriteButton],
  templateUrl: './mail-card.html',
  styleUrl: './mail-card.scss',
})
export class MailCard {
  private readonly api = inject(Api);

  readonly mail = input.required<MailSummaryResponse>();
  /** What a press on its button does; undefined where nothing can be sent. */
  readonly send = input<(mail: MailSummaryResponse) => Promise<unknown>>();

  protected readonly state = computed(() => MAIL_STATE_WORDS[this.mail().state]);
  protected readonly button = computed(() => (this.send() === undefined ? undefined : sendWord(this.mail().state)));
  /** Says which mail the button is about. */
  protected readonly headingId = computed(() => `mail-${this.mail().id}`);
  protected readonly press: Write = async () => this.send()?.(this.mail());

  protected readonly opened = signal(false);
  protected readonly words = reading({
    params: () => (this.opened() ? { mailId: this.mail().id } : undefined),
    read: (params) => this.api.invoke(getMail, params),
  });
}
