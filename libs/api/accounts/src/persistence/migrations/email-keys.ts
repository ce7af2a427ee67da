import { dropIndex, migrateEach, Migration } from '@modex/api-core';
import { readEmail } from '@modex/domain';
import { mongo } from 'mongoose';
import { UserDocument } from '../user.schema';

const UNKEYED: mongo.Filter<UserDocument> = { email_key: { $exists: false } };

/**
 * Gives every person the key of the e-mail. Where two accounts have spellings of what is one address today, both stay
 * reachable: the one that is spelled like the key has it, else the oldest; the others keep their spelling as their key,
 * and whoever signs in with it comes to them.
 */
export const emailKeyMigration: Migration = {
  id: '2026-11-29-email-keys',
  what: 'keys of e-mails',
  run: async (db, told) => {
    const users = db.collection<UserDocument>('users');
    const update = (user: UserDocument) => (hasPlainKey(user) ? { $set: { email_key: keyOf(user) } } : undefined);
    await migrateEach<UserDocument>(db, { collection: 'users', where: UNKEYED, update }, told);
    for (const user of await users.find(UNKEYED).sort({ created_at: 1, _id: 1 }).toArray()) {
      const key = keyOf(user);
      const isHad = (await users.findOne({ email_key: key, password_hash: { $exists: true } })) !== null;
      await users.updateOne({ $and: [{ _id: user._id }, UNKEYED] }, { $set: { email_key: isHad ? user.email : key } });
    }
    // The one on keys comes in the place of the one on spellings.
    await dropIndex(users, 'email_1');
  },
};

/** Nobody else can have it: it is spelled so, and spellings were unique; or it is a guest's, who shares it with anybody. */
function hasPlainKey(user: UserDocument): boolean {
  return user.password_hash === undefined || keyOf(user) === user.email;
}

function keyOf({ email }: UserDocument): string {
  return readEmail(email)?.key ?? email;
}
