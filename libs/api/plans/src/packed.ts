import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from 'node:zlib';

/** Drafts are written again and again; a published layout once, and read by everybody. */
const GZIP = { level: 4 };
const BROTLI_QUALITY = 9;

/** A value as it is kept. */
export async function pack(value: unknown): Promise<Buffer> {
  return promisify(gzip)(JSON.stringify(value), GZIP);
}

export async function unpack<T>(bytes: Buffer): Promise<T> {
  return JSON.parse((await promisify(gunzip)(bytes)).toString()) as T;
}

/** JSON as it is kept and sent. */
export async function packForReaders(json: Buffer): Promise<Buffer> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: json.length };
  return promisify(brotliCompress)(json, { params });
}

export const unpackForReaders: (bytes: Buffer) => Promise<Buffer> = promisify(brotliDecompress);

/** Lets others have their turn between two steps that take long. */
export async function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
