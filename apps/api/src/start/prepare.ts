import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountService } from '@modex/api-accounts';
import { DatabasePreparation, Settings } from '@modex/api-core';
import { DomainError } from '@modex/domain';
import { migrationsOf } from '../migrations';
import { StartError } from './start-error';

/**
 * Makes sure that what is stored has the shape of this version, and that every index and the first admin exist. Safe on
 * a database in use and beside other instances.
 */
export async function prepareDatabase(app: NestFastifyApplication, say: (line: string) => void): Promise<void> {
  const settings = app.get(Settings);
  const finish = () => ensureAdmin(app.get(AccountService), settings.admin);
  await app.get(DatabasePreparation).prepare({ migrations: migrationsOf(settings), finish, say });
}

/** @throws StartError if the person of the environment cannot be the admin, or the password is too easy to guess */
async function ensureAdmin(accounts: AccountService, { email, password }: Settings['admin']): Promise<void> {
  try {
    await accounts.ensureAdmin(email, password);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === 'email-taken') {
      throw new StartError(`ADMIN_EMAIL ${email} is the e-mail of a customer; choose another, which nobody has.`);
    }
    throw new StartError(`The admin of ADMIN_EMAIL and ADMIN_PASSWORD cannot be made: ${error.detail}`);
  }
}
