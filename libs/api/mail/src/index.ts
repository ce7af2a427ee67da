export type { Mail, MailFilter } from './mail';
export { MailModule } from './mail.module';
export { MailService } from './mail.service';
