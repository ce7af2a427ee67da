const FIRST_CAPACITY = 4096;
const SIGN_BIT = 0x8000000000000000n;

/** A buffer that grows, for the bytes of one key; reused from key to key. */
export class KeyBuffer {
  private buffer = Buffer.allocUnsafe(FIRST_CAPACITY);
  private at = 0;

  get length(): number {
    return this.at;
  }

  reset(): void {
    this.at = 0;
  }

  copy(): Uint8Array {
    return Uint8Array.from(this.buffer.subarray(0, this.at));
  }

  flipFrom(start: number): void {
    for (let i = start; i < this.at; i++) this.buffer[i] = ~(this.buffer[i] as number);
  }

  byte(value: number): void {
    this.reserve(1);
    this.buffer[this.at++] = value;
  }

  bytes(value: Uint8Array): void {
    this.reserve(value.length);
    this.buffer.set(value, this.at);
    this.at += value.length;
  }

  /**
   * UTF-8, ended by a zero. The bytes 0 and 1 inside become 01 01 and 01 02: the order stays, and no text is a prefix
   * of another one.
   */
  text(value: string): void {
    this.reserve(value.length * 3 + 1);
    const start = this.at;
    this.at += this.buffer.write(value, start, 'utf8');
    if (value.includes('\u0000') || value.includes('\u0001')) this.escape(start);
    this.byte(0);
  }

  private escape(start: number): void {
    const plain = Uint8Array.from(this.buffer.subarray(start, this.at));
    this.at = start;
    this.reserve(plain.length * 2 + 1);
    for (const byte of plain) {
      if (byte > 1) this.buffer[this.at++] = byte;
      else this.at = this.buffer.writeUInt16BE(0x0101 + byte, this.at);
    }
  }

  unsigned16(value: number): void {
    this.reserve(2);
    this.at = this.buffer.writeUInt16BE(value, this.at);
  }

  unsigned32(value: number): void {
    this.reserve(4);
    this.at = this.buffer.writeUInt32BE(value, this.at);
  }

  unsigned64(value: bigint): void {
    this.reserve(8);
    this.at = this.buffer.writeBigUInt64BE(value, this.at);
  }

  /** A signed whole number: with its sign bit flipped the bytes have its order. */
  int64(value: number): void {
    this.unsigned64(BigInt.asUintN(64, BigInt(value)) ^ SIGN_BIT);
  }

  /** A double: positive ones with the sign bit set, negative ones with all bits flipped; NaN first of all. */
  double(value: number): void {
    this.reserve(8);
    const start = this.at;
    this.at = this.buffer.writeDoubleBE(value === 0 ? 0 : value, start);
    if (Number.isNaN(value)) this.buffer.fill(0, start, this.at);
    else if (value < 0) this.flipFrom(start);
    else this.buffer[start] = (this.buffer[start] as number) | 0x80;
  }

  private reserve(count: number): void {
    if (this.at + count <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.at + count));
    this.buffer.copy(larger, 0, 0, this.at);
    this.buffer = larger;
  }
}
