import { Migration, migrateEach } from '@modex/api-core';
import { searchKeys } from '../search-keys';
import { UserDocument } from '../user.schema';

/** Every person gets the beginnings of words that he is found by. */
export const userSearchKeys: Migration = {
  id: '2026-11-29-user-search-keys',
  what: 'words that people are found by',
  run: (db, told) =>
    migrateEach<UserDocument>(
      db,
      {
        collection: 'users',
        where: { search_keys: { $exists: false } },
        update: (user) => ({ $set: { search_keys: searchKeys(user) } }),
      },
      told,
    ),
};
