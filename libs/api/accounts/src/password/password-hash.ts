import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { normalPassword } from '@modex/domain';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane (about 40 ms). */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
/** Prefix of hashes of a password's normal form; a hash without it is of the exact characters that were typed. */
const NORMAL = 'nfkc';
const argon2Async = promisify(argon2);

/** Hashes a password with argon2id and a new salt, in PHC string form behind the mark of its normal form. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await argon2Async('argon2id', { message: normalPassword(password), nonce: salt, ...COST });
  const cost = `m=${COST.memory},t=${COST.passes},p=${COST.parallelism}`;
  return `${NORMAL}$argon2id$v=19$${cost}$${salt.toString('base64url')}$${tag.toString('base64url')}`;
}

/** Whether the password is the one that was hashed; costs the same whatever the answer. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const match = /^(nfkc)?\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/.exec(stored);
  if (!match) throw new Error('A stored password hash is not in argon2id PHC form.');
  const [, form, memory, passes, parallelism, salt = '', hash = ''] = match;
  const expected = Buffer.from(hash, 'base64url');
  const tag = await argon2Async('argon2id', {
    message: form === NORMAL ? normalPassword(password) : password,
    nonce: Buffer.from(salt, 'base64url'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  });
  return timingSafeEqual(tag, expected);
}
