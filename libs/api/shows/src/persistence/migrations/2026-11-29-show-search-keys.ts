import { Migration, migrateEach } from '@modex/api-core';
import { searchKey } from '../search-key';
import { ShowDocument } from '../show.schema';

/** Every show gets the words that it is found by. */
export const showSearchKeys: Migration = {
  id: '2026-11-29-show-search-keys',
  what: 'words that shows are found by',
  run: (db, told) =>
    migrateEach<ShowDocument>(
      db,
      {
        collection: 'shows',
        where: { search_key: { $exists: false } },
        update: (show) => ({ $set: { search_key: searchKey(show) } }),
      },
      told,
    ),
};
