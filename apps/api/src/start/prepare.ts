import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountService } from '@modex/api-accounts';
import { DatabaseIndexes, Settings } from '@modex/api-core';

/** Makes sure that every index and the first admin exist. Safe on a database in use and beside other instances. */
export async function prepareDatabase(app: NestFastifyApplication): Promise<void> {
  await app.get(DatabaseIndexes).ensure();
  const { admin } = app.get(Settings);
  await app.get(AccountService).ensureAdmin(admin.email, admin.password);
}
