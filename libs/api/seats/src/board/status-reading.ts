import { PackedStatus } from '@modex/domain';
import { StatusReading } from './seat-statuses';

/** The time of the reading, and the number of seats up to the last one that is not free. */
const HEAD_BYTES = 12;
const SIZE_AT = 8;

/** A reading of all seats that are not free, as bytes. @returns undefined without a time: nothing was found */
export function writeReading({ places, codes, readAt }: StatusReading): Buffer | undefined {
  if (readAt === undefined) return undefined;
  const packed = new PackedStatus(places.reduce((size, place) => Math.max(size, place + 1), 0));
  places.forEach((place, index) => packed.put(place, codes[index] as number));
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeDoubleBE(readAt.getTime());
  head.writeUInt32BE(packed.size, SIZE_AT);
  return Buffer.concat([head, packed.bytes]);
}

export function readReading(bytes: Buffer): StatusReading & { readonly readAt: Date } {
  const packed = new PackedStatus(bytes.readUInt32BE(SIZE_AT));
  packed.bytes.set(bytes.subarray(HEAD_BYTES));
  const places = packed.differences(new PackedStatus(packed.size));
  return {
    places,
    codes: places.map((place) => packed.codeAt(place)),
    readAt: new Date(bytes.readDoubleBE()),
  };
}
