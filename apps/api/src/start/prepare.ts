import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { getConnectionToken } from '@nestjs/mongoose';
import { AccountService } from '@modex/api-accounts';
import { Settings } from '@modex/api-core';
import type { Connection } from 'mongoose';

/** Makes sure that every index and the first admin exist. Safe on a database in use and beside other instances. */
export async function prepareDatabase(app: NestFastifyApplication): Promise<void> {
  const connection = app.get<Connection>(getConnectionToken());
  for (const model of Object.values(connection.models)) await model.createIndexes();
  const { admin } = app.get(Settings);
  await app.get(AccountService).ensureAdmin(admin.email, admin.password);
}
