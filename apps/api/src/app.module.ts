import { DynamicModule, Module } from '@nestjs/common';
import { AccountsModule } from '@modex/api-accounts';
import { AdminModule } from '@modex/api-admin';
import { BookingsModule } from '@modex/api-bookings';
import { CoreModule, Settings, SettingsModule } from '@modex/api-core';
import { SeatsModule } from '@modex/api-seats';
import { ShowsModule } from '@modex/api-shows';

/** The whole API. */
@Module({ imports: [CoreModule, AccountsModule, ShowsModule, SeatsModule, BookingsModule, AdminModule] })
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return { module: AppModule, imports: [SettingsModule.of(settings)] };
  }
}
