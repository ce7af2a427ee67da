import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, ApiProblems, IdPipe } from '@modex/api-core';
import { MailService } from '@modex/api-mail';
import { MailsQuery, SendMailDto } from './admin-mails.dto';
import { MailPageResponse, MailResponse, toMailPage, toMailResponse } from './admin-mails.response';

const MailId = (): ParameterDecorator => Param('mailId', IdPipe('unknown-mail'));

@ApiTags('admin')
@Access('mail.read.any')
@Controller('admin/mails')
export class AdminMailsController {
  constructor(private readonly mails: MailService) {}

  /** What was written, latest first; of all, of one booking, or in one state. Without a mail server: what would be sent. */
  @Get()
  @ApiOperation({ summary: 'See the mails' })
  @ApiProblems('validation-failed')
  async listMails(@Query() { state, bookingId, ...query }: MailsQuery): Promise<MailPageResponse> {
    return toMailPage(await this.mails.list({ state, bookingId }, query), this.mails.sender);
  }

  /** A mail with its words. */
  @Get(':mailId')
  @ApiOperation({ summary: 'See a mail' })
  @ApiProblems('unknown-mail')
  async getMail(@MailId() mailId: string): Promise<MailResponse> {
    return toMailResponse(await this.mails.find(mailId));
  }

  /**
   * Sends a mail again that has ended, or at once one that waits. Send the `version` that you saw: if something became of the
   * mail since then, nothing is sent. One that had arrived becomes another mail for its reader.
   */
  @Access('mail.send.any')
  @Post(':mailId/send')
  @HttpCode(200)
  @ApiOperation({ summary: 'Send a mail again' })
  @ApiProblems('validation-failed', 'malformed-body', 'unknown-mail', 'mail-changed', 'mail-not-set-up')
  async sendMail(@MailId() mailId: string, @Body() { version }: SendMailDto): Promise<MailResponse> {
    return toMailResponse(await this.mails.sendAgain(mailId, version));
  }
}
