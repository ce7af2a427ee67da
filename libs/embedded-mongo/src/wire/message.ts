import { ProtocolError } from './message-reader';

/** One command as it came over the wire. */
export interface WireCommand {
  readonly requestId: number;
  /** The command itself, as BSON. */
  readonly body: Uint8Array;
  /** Documents sent beside the body (OP_MSG sections of kind 1), still as BSON, by the name of their field. */
  readonly sequences: ReadonlyMap<string, readonly Uint8Array[]>;
  /** Set on unacknowledged writes: the client does not wait for a reply. */
  readonly noReply: boolean;
  /** Came as OP_QUERY, which only the legacy hello may use, and is answered by OP_REPLY. */
  readonly legacy: boolean;
}

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const FLAG = { checksumPresent: 1, moreToCome: 2, exhaustAllowed: 1 << 16 };
const REQUIRED_FLAGS = 0xffff;
const NO_SEQUENCES: ReadonlyMap<string, readonly Uint8Array[]> = new Map();

/**
 * Reads one whole message.
 * @throws ProtocolError for an unknown operation or section
 */
export function readMessage(message: Buffer): WireCommand {
  const operation = message.readInt32LE(12);
  if (operation === OP_MSG) return readOpMsg(message);
  if (operation === OP_QUERY) return readOpQuery(message);
  throw new ProtocolError(`operation ${operation}`);
}

function readOpMsg(message: Buffer): WireCommand {
  const flags = message.readUInt32LE(16);
  if (flags & REQUIRED_FLAGS & ~(FLAG.checksumPresent | FLAG.moreToCome)) throw new ProtocolError(`flags ${flags}`);
  const end = flags & FLAG.checksumPresent ? message.length - 4 : message.length;
  const sequences = new Map<string, readonly Uint8Array[]>();
  let body: Uint8Array | undefined;
  for (let at = 20; at < end;) {
    const kind = message[at];
    const length = message.readInt32LE(at + 1);
    const section = message.subarray(at + 1, at + 1 + length);
    if (length < 5 || section.length < length) throw new ProtocolError(`section of ${length} bytes`);
    if (kind === 0) body = section;
    else if (kind === 1) sequences.set(...readSequence(section));
    else throw new ProtocolError(`section kind ${kind}`);
    at += 1 + length;
  }
  if (!body) throw new ProtocolError('no body section');
  const noReply = (flags & FLAG.moreToCome) !== 0;
  return { requestId: message.readInt32LE(4), body, sequences, noReply, legacy: false };
}

function readSequence(section: Buffer): [string, Uint8Array[]] {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd < 0) throw new ProtocolError('document sequence without a name');
  const documents: Uint8Array[] = [];
  for (let at = nameEnd + 1; at < section.length;) {
    const length = section.readInt32LE(at);
    if (length < 5 || at + length > section.length) throw new ProtocolError(`document of ${length} bytes`);
    documents.push(section.subarray(at, at + length));
    at += length;
  }
  return [section.toString('utf8', 4, nameEnd), documents];
}

function readOpQuery(message: Buffer): WireCommand {
  const namespaceEnd = message.indexOf(0, 20);
  const queryAt = namespaceEnd + 9;
  if (namespaceEnd < 0 || queryAt + 5 > message.length) throw new ProtocolError('truncated OP_QUERY');
  const body = message.subarray(queryAt, queryAt + message.readInt32LE(queryAt));
  const requestId = message.readInt32LE(4);
  return { requestId, body, sequences: NO_SEQUENCES, noReply: false, legacy: true };
}

let lastReplyId = 0;

/** The reply to a command, as the message to send. `body` is the reply's BSON. */
export function writeReply(command: WireCommand, body: Uint8Array): Buffer {
  lastReplyId = (lastReplyId + 1) & 0x7fffffff;
  const prefixBytes = command.legacy ? 36 : 21;
  const message = Buffer.alloc(prefixBytes + body.length);
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(lastReplyId, 4);
  message.writeInt32LE(command.requestId, 8);
  message.writeInt32LE(command.legacy ? OP_REPLY : OP_MSG, 12);
  if (command.legacy) {
    message.writeInt32LE(8, 16); // AwaitCapable, which every MongoDB since 1.6 sets
    message.writeInt32LE(1, 32); // one document
  }
  message.set(body, prefixBytes);
  return message;
}
