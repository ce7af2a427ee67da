/** The longest message a client may send, as announced in hello; MongoDB's own limit. */
export const MAX_MESSAGE_BYTES = 48_000_000;

const HEADER_BYTES = 16;

/** A stream of bytes that is not MongoDB's protocol; the connection is closed, as a real server does. */
export class ProtocolError extends Error {}

/** Cuts a stream of bytes into whole messages of MongoDB's wire protocol. */
export class MessageReader {
  private chunks: Buffer[] = [];
  private buffered = 0;

  /**
   * Takes the next bytes in and hands back the messages that are complete with them.
   * @throws ProtocolError when a length is impossible
   */
  push(bytes: Buffer): Buffer[] {
    this.chunks.push(bytes);
    this.buffered += bytes.length;
    const messages: Buffer[] = [];
    for (let length = this.nextLength(); length !== undefined && this.buffered >= length; length = this.nextLength()) {
      messages.push(this.take(length));
    }
    return messages;
  }

  private nextLength(): number | undefined {
    if (this.buffered < 4) return undefined;
    if ((this.chunks[0]?.length ?? 0) < 4) this.join();
    const length = this.chunks[0]?.readInt32LE(0) ?? 0;
    if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) throw new ProtocolError(`message of ${length} bytes`);
    return length;
  }

  private take(length: number): Buffer {
    const all = this.join();
    this.chunks = all.length > length ? [all.subarray(length)] : [];
    this.buffered = all.length - length;
    return all.subarray(0, length);
  }

  /** Joins only when a message is complete, so a long message costs one copy, not one per packet. */
  private join(): Buffer {
    const [first, ...rest] = this.chunks;
    if (first && rest.length === 0) return first;
    const all = Buffer.concat(this.chunks);
    this.chunks = [all];
    return all;
  }
}
