import { UserResponse } from '@modex/web-api-client';

/** Somebody with a session: a guest, who may be anonymous (no name and no e-mail yet), a registered customer, or an admin. */
export type User = UserResponse;
