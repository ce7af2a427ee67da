import { dropIndex, migrateEach, Migration } from '@modex/api-core';
import { UserDocument } from '../user.schema';

/** Everybody gets a role of the table of permissions: who was an admin is an owner, who has no password is a guest. */
export const userRoles: Migration = {
  id: '2026-11-29-roles',
  what: 'roles',
  run: async (db, told) => {
    const isAdmin = { role: 'ADMIN' as never };
    const isGuest = { role: 'CUSTOMER' as const, password_hash: { $exists: false } };
    const becomes = (role: UserDocument['role']) => () => ({ $set: { role } });
    await migrateEach<UserDocument>(db, { collection: 'users', where: isAdmin, update: becomes('OWNER') }, told);
    await migrateEach<UserDocument>(db, { collection: 'users', where: isGuest, update: becomes('GUEST') }, told);
    // That of the admins; the owners have one of the same name.
    await dropIndex(db.collection('users'), 'role_1');
  },
};
