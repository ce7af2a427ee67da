import { UserResponse } from '@modex/web-api-client';

/** Somebody with a session: a guest (name and e-mail), a registered customer, or an admin. */
export type User = UserResponse;
