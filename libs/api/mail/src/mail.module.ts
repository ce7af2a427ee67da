import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AccountsModule } from '@modex/api-accounts';
import { BookingsModule } from '@modex/api-bookings';
import { ShowsModule } from '@modex/api-shows';
import { AccountMails } from './account-mails';
import { BookingMails } from './booking-mails';
import { MailSending } from './mail-sending';
import { MailRepository } from './mail.repository';
import { MailService } from './mail.service';
import { MailWriting } from './mail-writing';
import { MailDocument, MailSchema } from './persistence/mail.schema';
import { MongooseMailRepository } from './persistence/mongoose-mail.repository';
import { Postman } from './post/postman';
import { SmtpPostman } from './post/smtp-postman';
import { ShowMails } from './show-mails';

@Module({
  imports: [
    AccountsModule,
    BookingsModule,
    ShowsModule,
    MongooseModule.forFeature([{ name: MailDocument.name, schema: MailSchema }]),
  ],
  providers: [
    AccountMails,
    BookingMails,
    MailSending,
    MailService,
    MailWriting,
    ShowMails,
    { provide: MailRepository, useClass: MongooseMailRepository },
    { provide: Postman, useClass: SmtpPostman },
  ],
  exports: [MailService],
})
export class MailModule {}
