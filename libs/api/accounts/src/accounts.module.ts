import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { MongooseModule } from '@nestjs/mongoose';
import { AccountService } from './account.service';
import { StaffAccounts } from './staff-accounts';
import { EmailProof } from './email/email-proof.service';
import { AuthController } from './http/auth.controller';
import { BrowserMark } from './http/browser-mark';
import { InvitationsController } from './http/invitations.controller';
import { LinksController } from './http/links.controller';
import { SessionAnswer } from './http/session-answer';
import { SessionCookie } from './http/session-cookie';
import { SessionGuard } from './http/session.guard';
import { SessionsController } from './http/sessions.controller';
import { Invitations } from './invitations.service';
import { AccountLetters } from './links/account-letters';
import { AccountLinks } from './links/account-links';
import { LinkRequests } from './links/link-requests';
import { LinkRepository } from './links/link.repository';
import { PasswordChangeService } from './password/password-change.service';
import { PasswordResetService } from './password/password-reset.service';
import { Passwords } from './password/passwords';
import { LinkDocument, LinkSchema } from './persistence/link.schema';
import { MongooseLinkRepository } from './persistence/mongoose-link.repository';
import { MongooseSessionRepository } from './persistence/mongoose-session.repository';
import { MongooseUserRepository } from './persistence/mongoose-user.repository';
import { SessionDocument, SessionSchema } from './persistence/session.schema';
import { UserDocument, UserSchema } from './persistence/user.schema';
import { OpenWays } from './session/open-ways';
import { OwnSessions } from './session/own-sessions.service';
import { SessionRepository } from './session/session.repository';
import { SessionService } from './session/session.service';
import { FailureCounts } from './sign-in/failure-counts';
import { LinkSignIn } from './sign-in/link-sign-in.service';
import { MemoryFailureCounts } from './sign-in/memory-failure-counts';
import { SignInFailures } from './sign-in/sign-in-failures';
import { SignInRecord } from './sign-in/sign-in-record';
import { SignInService } from './sign-in/sign-in.service';
import { UserRepository } from './user.repository';

@Module({
  imports: [
    MongooseModule.forFeature([
      { name: UserDocument.name, schema: UserSchema },
      { name: SessionDocument.name, schema: SessionSchema },
      { name: LinkDocument.name, schema: LinkSchema },
    ]),
  ],
  controllers: [AuthController, InvitationsController, LinksController, SessionsController],
  providers: [
    AccountLetters,
    AccountLinks,
    AccountService,
    StaffAccounts,
    BrowserMark,
    EmailProof,
    Invitations,
    LinkRequests,
    LinkSignIn,
    OpenWays,
    OwnSessions,
    PasswordChangeService,
    PasswordResetService,
    Passwords,
    SessionAnswer,
    SessionCookie,
    SessionService,
    SignInFailures,
    SignInRecord,
    SignInService,
    { provide: FailureCounts, useFactory: () => new MemoryFailureCounts() },
    { provide: LinkRepository, useClass: MongooseLinkRepository },
    { provide: UserRepository, useClass: MongooseUserRepository },
    { provide: SessionRepository, useClass: MongooseSessionRepository },
    { provide: APP_GUARD, useClass: SessionGuard },
  ],
  exports: [AccountLetters, AccountService, Invitations, StaffAccounts, SignInService],
})
export class AccountsModule {}
