import { DynamicModule, Module } from '@nestjs/common';
import { AccountsModule } from '@modex/api-accounts';
import { ActivityModule } from '@modex/api-activity';
import { AdminModule } from '@modex/api-admin';
import { AuditModule } from '@modex/api-audit';
import { BookingsModule } from '@modex/api-bookings';
import { CoreModule, Settings, SettingsModule } from '@modex/api-core';
import { ImprintModule } from '@modex/api-imprint';
import { MailModule } from '@modex/api-mail';
import { PlansModule } from '@modex/api-plans';
import { SeatsModule } from '@modex/api-seats';
import { ShowsModule } from '@modex/api-shows';
import { TicketsModule } from '@modex/api-tickets';
import { DocsModule } from './docs/docs.module';

/** The whole API. */
@Module({
  imports: [
    CoreModule,
    AccountsModule,
    ActivityModule,
    ImprintModule,
    PlansModule,
    SeatsModule,
    ShowsModule,
    BookingsModule,
    TicketsModule,
    AuditModule,
    MailModule,
    AdminModule,
  ],
})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return { module: AppModule, imports: [SettingsModule.of(settings), DocsModule.for(settings.apiDocs)] };
  }
}
