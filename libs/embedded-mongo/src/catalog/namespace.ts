import { fault } from '../errors';

const MAX_NAMESPACE_BYTES = 255;
const FORBIDDEN_IN_DB = /[/\\. "$\0]/;

/** @throws MongoServerFault 73 for names that MongoDB does not allow */
export function checkNamespace(db: string, name: string): void {
  checkDatabaseName(db);
  const namespace = `${db}.${name}`;
  const reason = collectionNameFault(name, namespace);
  if (reason) throw fault('InvalidNamespace', `Invalid namespace specified '${namespace}': ${reason}`);
}

/** @throws MongoServerFault 73 for a database name that MongoDB does not allow */
export function checkDatabaseName(db: string): void {
  if (db === '' || FORBIDDEN_IN_DB.test(db) || Buffer.byteLength(db) > 63) {
    throw fault('InvalidNamespace', `Invalid database name: '${db}'`);
  }
}

function collectionNameFault(name: string, namespace: string): string | undefined {
  if (name === '') return 'the name is empty';
  if (name.startsWith('.') || name.endsWith('.')) return 'the name starts or ends with a dot';
  if (name.includes('$') || name.includes('\0')) return 'the name has a character that is not allowed';
  if (name.startsWith('system.')) return 'names with system. are reserved';
  if (Buffer.byteLength(namespace) > MAX_NAMESPACE_BYTES) return 'the name is too long';
  return undefined;
}
