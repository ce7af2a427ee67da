export { AccountService } from './account.service';
export { AccountsModule } from './accounts.module';
export { CurrentCaller } from './http/caller';
export type { Caller, User } from './user';
