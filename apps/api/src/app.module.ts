import { DynamicModule, Global, Module } from '@nestjs/common';
import { AccountsModule } from '@modex/api-accounts';
import { AdminModule } from '@modex/api-admin';
import { BookingsModule } from '@modex/api-bookings';
import { CoreModule, Settings } from '@modex/api-core';
import { SeatsModule } from '@modex/api-seats';
import { ShowsModule } from '@modex/api-shows';

/** Hands the checked environment to whoever asks for `Settings`. */
@Global()
@Module({})
class SettingsModule {
  static of(settings: Settings): DynamicModule {
    return {
      module: SettingsModule,
      providers: [{ provide: Settings, useValue: settings }],
      exports: [Settings],
    };
  }
}

/** The whole API. */
@Module({ imports: [CoreModule, AccountsModule, ShowsModule, SeatsModule, BookingsModule, AdminModule] })
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return { module: AppModule, imports: [SettingsModule.of(settings)] };
  }
}
