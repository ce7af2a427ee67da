import { Injectable } from '@nestjs/common';
import { AccountLetter, AccountLetters } from '@modex/api-accounts';
import { Budget, Job, Jobs, Settings } from '@modex/api-core';
import { accountLetter } from './letters/account-letter';
import { writeLetter } from './letters/letter';
import { MailRepository } from './mail.repository';
import { isNobodys } from './mail-writing';
import { messageIdOf } from './message-id';

/** Letters looked at at once, of each kind. */
const BATCH = 50;

/** Writes to people with accounts: the links that they asked for, and what happened to their accounts. */
@Injectable()
export class AccountMails implements Job {
  readonly name = 'mail about accounts';
  readonly pauseMs = 1_000;
  readonly budgetMs = 20_000;

  constructor(
    private readonly letters: AccountLetters,
    private readonly mails: MailRepository,
    private readonly settings: Settings,
    jobs: Jobs,
  ) {
    jobs.add(this);
  }

  async run(budget: Budget): Promise<void> {
    let letters: readonly AccountLetter[];
    do {
      letters = await this.letters.findUnwritten(BATCH);
      for (const letter of letters) {
        if (budget.isSpent) return;
        await this.write(letter);
        await this.letters.written(letter);
      }
    } while (letters.length > 0);
  }

  /** Writes it once, however often it is told. */
  private async write(letter: AccountLetter): Promise<void> {
    const { kind, id, to, hasLink } = letter;
    if (isNobodys(to.address)) return;
    const mail = {
      ...{ name: id, kind, to, linkId: hasLink ? id : undefined },
      ...writeLetter(accountLetter(letter)),
      messageId: messageIdOf(`account.${id}`, this.settings),
    };
    await this.mails.write(mail, this.settings.mail !== undefined);
  }
}
