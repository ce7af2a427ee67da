/** A reply that is already BSON: batches of documents are passed on without decoding them. */
export class EncodedReply {
  constructor(readonly bytes: Uint8Array) {}
}

/** A batch of documents of a cursor. `cursorId` 0n: the cursor is exhausted. */
export interface Batch {
  readonly name: 'firstBatch' | 'nextBatch';
  readonly documents: readonly Uint8Array[];
  readonly cursorId: bigint;
  readonly namespace: string;
}

const TYPE = { double: 0x01, string: 0x02, document: 0x03, array: 0x04, long: 0x12 };
const elementHeads: Buffer[] = [];

/** `{cursor: {<name>: [...documents], id, ns}, ok: 1}`, written around the documents' own bytes. */
export function cursorReply({ name, documents, cursorId, namespace }: Batch): EncodedReply {
  const ns = Buffer.from(namespace, 'utf8');
  const arrayBytes = documents.reduce((sum, bytes, i) => sum + elementHead(i).length + bytes.length, 5);
  const cursorBytes = 4 + 2 + name.length + arrayBytes + 12 + (4 + 4 + ns.length + 1) + 1;
  const totalBytes = 4 + 8 + cursorBytes + 12 + 1;
  const writer = new Writer(totalBytes);
  writer.int32(totalBytes);
  writer.head(TYPE.document, 'cursor').int32(cursorBytes);
  writer.head(TYPE.array, name).int32(arrayBytes);
  documents.forEach((bytes, i) => writer.raw(elementHead(i)).raw(bytes));
  writer.end();
  writer.head(TYPE.long, 'id').int64(cursorId);
  writer.head(TYPE.string, 'ns').int32(ns.length + 1);
  writer.raw(ns).end();
  writer.end();
  writer.head(TYPE.double, 'ok').double(1);
  writer.end();
  return new EncodedReply(writer.buffer);
}

function elementHead(index: number): Buffer {
  return (elementHeads[index] ??= Buffer.from(`\x03${index}\0`, 'latin1'));
}

class Writer {
  readonly buffer: Buffer;
  private at = 0;

  constructor(bytes: number) {
    this.buffer = Buffer.allocUnsafe(bytes);
  }

  head(type: number, name: string): this {
    this.at = this.buffer.writeUInt8(type, this.at);
    this.at += this.buffer.write(`${name}\0`, this.at, 'latin1');
    return this;
  }

  raw(bytes: Uint8Array): this {
    this.buffer.set(bytes, this.at);
    this.at += bytes.length;
    return this;
  }

  int32(value: number): void {
    this.at = this.buffer.writeInt32LE(value, this.at);
  }

  int64(value: bigint): void {
    this.at = this.buffer.writeBigInt64LE(value, this.at);
  }

  double(value: number): void {
    this.at = this.buffer.writeDoubleLE(value, this.at);
  }

  end(): void {
    this.at = this.buffer.writeUInt8(0, this.at);
  }
}
