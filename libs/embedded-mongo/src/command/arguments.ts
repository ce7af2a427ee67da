import { fault, MongoServerFault } from '../errors';
import { fieldName, isDoc, isNumber, toNumber, type Doc } from '../values';

/** Fields that drivers may send with any command. */
const GENERIC = [
  ...['$db', 'lsid', '$clusterTime', '$readPreference', 'readConcern', 'writeConcern', 'maxTimeMS', 'comment'],
  ...['txnNumber', 'autocommit', 'startTransaction', 'apiVersion', 'apiStrict', 'apiDeprecationErrors', 'collation'],
];

const TRANSACTION_FIELDS = ['txnNumber', 'autocommit', 'startTransaction'];
const READ_CONCERNS = ['local', 'available', 'majority'];

/** The fields of one command, read by type; a wrong type is an error that names the field, as in MongoDB. */
export class Arguments {
  constructor(
    readonly command: string,
    readonly body: Doc,
  ) {}

  /**
   * @throws MongoServerFault 40415 for a field the command does not have, 20 for a transaction, 2 for w > 1 and
   *   collations
   */
  check(fields: readonly string[]): void {
    for (const name of Object.keys(this.body).map(fieldName)) {
      if (name === this.command || fields.includes(name) || GENERIC.includes(name)) continue;
      throw new MongoServerFault(40415, 'Location40415', `BSON field '${this.command}.${name}' is an unknown field.`);
    }
    if (TRANSACTION_FIELDS.some((field) => this.body[field] !== undefined)) {
      const message = 'Transaction numbers are only allowed on a replica set member or mongos';
      throw fault('IllegalOperation', message);
    }
    this.checkConcerns();
    checkCollation(this.doc('collation'));
  }

  private checkConcerns(): void {
    const writers = this.doc('writeConcern')?.['w'];
    if (isNumber(writers) && toNumber(writers) > 1) {
      throw fault('BadValue', "cannot use 'w' > 1 when a host is not replicated");
    }
    const level = this.doc('readConcern')?.['level'];
    if (level === undefined || READ_CONCERNS.includes(String(level))) return;
    if (level === 'linearizable' || level === 'snapshot') {
      const message = `cannot run with readConcern ${level} on a standalone`;
      throw new MongoServerFault(123, 'NotAReplicaSet', message);
    }
    throw fault('FailedToParse', `readConcern.level is not known: ${String(level)}`);
  }

  has(name: string): boolean {
    return this.body[name] !== undefined && this.body[name] !== null;
  }

  get database(): string {
    return this.text('$db');
  }

  /** The name of the collection the command is about: the value of its first field. */
  get collection(): string {
    const name = this.body[this.command];
    if (typeof name === 'string') return name;
    throw fault('InvalidNamespace', `collection name has invalid type ${typeof name}`);
  }

  text(name: string): string {
    const value = this.body[name];
    if (typeof value === 'string') return value;
    throw this.mismatch(name, 'a string');
  }

  doc(name: string): Doc | undefined {
    const value = this.body[name];
    if (value === undefined || value === null) return undefined;
    if (isDoc(value)) return value;
    throw this.mismatch(name, 'an object');
  }

  array(name: string): readonly unknown[] | undefined {
    const value = this.body[name];
    if (value === undefined || Array.isArray(value)) return value;
    throw this.mismatch(name, 'an array');
  }

  docs(name: string): readonly Doc[] {
    const items = this.array(name) ?? [];
    const stranger = items.findIndex((item) => !isDoc(item));
    if (stranger >= 0) throw this.mismatch(`${name}.${stranger}`, 'an object');
    return items as readonly Doc[];
  }

  flag(name: string, otherwise = false): boolean {
    const value = this.body[name];
    if (value === undefined || value === null) return otherwise;
    if (typeof value === 'boolean') return value;
    if (isNumber(value)) return toNumber(value) !== 0;
    throw this.mismatch(name, 'a boolean');
  }

  number(name: string): number | undefined {
    const value = this.body[name];
    if (value === undefined || value === null) return undefined;
    if (isNumber(value)) return toNumber(value);
    throw this.mismatch(name, 'a number');
  }

  /** A whole number from 0 up. @throws MongoServerFault 51024 when it is negative */
  count(name: string): number | undefined {
    const value = this.number(name);
    if (value === undefined || value >= 0) return value === undefined ? undefined : Math.trunc(value);
    const message = `BSON field '${name}' value must be >= 0, actual value '${value}'`;
    throw new MongoServerFault(51024, 'Location51024', message);
  }

  mismatch(name: string, wanted: string): MongoServerFault {
    return fault('TypeMismatch', `BSON field '${this.command}.${name}' is the wrong type, expected ${wanted}`);
  }
}

/** @throws MongoServerFault 2 for any order of strings but that of their bytes */
export function checkCollation(collation: Doc | undefined): void {
  if (collation === undefined || Object.keys(collation).length === 0 || collation['locale'] === 'simple') return;
  throw fault('BadValue', 'only the simple collation is supported');
}
