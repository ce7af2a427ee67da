import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { MongooseModule } from '@nestjs/mongoose';
import { AccountService } from './account.service';
import { AuthController } from './http/auth.controller';
import { SessionCookie } from './http/session-cookie';
import { SessionGuard } from './http/session.guard';
import { MongooseSessionRepository } from './persistence/mongoose-session.repository';
import { MongooseUserRepository } from './persistence/mongoose-user.repository';
import { SessionDocument, SessionSchema } from './persistence/session.schema';
import { UserDocument, UserSchema } from './persistence/user.schema';
import { SessionRepository } from './session.repository';
import { SessionService } from './session.service';
import { SignInLimiter } from './sign-in-limiter';
import { UserRepository } from './user.repository';

@Module({
  imports: [
    MongooseModule.forFeature([
      { name: UserDocument.name, schema: UserSchema },
      { name: SessionDocument.name, schema: SessionSchema },
    ]),
  ],
  controllers: [AuthController],
  providers: [
    AccountService,
    SessionService,
    SessionCookie,
    SignInLimiter,
    { provide: UserRepository, useClass: MongooseUserRepository },
    { provide: SessionRepository, useClass: MongooseSessionRepository },
    { provide: APP_GUARD, useClass: SessionGuard },
  ],
  exports: [AccountService],
})
export class AccountsModule {}
