import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** The compressed forms of a body; the first one that a client accepts is sent. */
export const CODINGS = ['br', 'gzip'] as const;
export type Coding = (typeof CODINGS)[number];

/** In bytes; smaller bodies are not worth compressing. */
const WORTH_IT = 1_024;
/** A low quality: that of files, which are compressed only once, would take too long at every change. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const COMPRESS: Readonly<Record<Coding, (plain: Buffer) => Promise<Buffer>>> = {
  br: (plain) => promisify(brotliCompress)(plain, BROTLI),
  gzip: promisify(gzip),
};

/** JSON that is ready to be sent. Each compressed form is made once, when it is first needed. */
export class ReadyBody {
  private readonly made = new Map<Coding, Promise<Buffer>>();

  readonly parts: readonly Buffer[];
  /** In bytes, before it is made smaller. */
  readonly length: number;

  /** @param parts in their order; several bodies may share some */
  constructor(...parts: readonly Buffer[]) {
    this.parts = parts;
    this.length = parts.reduce((sum, part) => sum + part.length, 0);
  }

  /** In one piece; a single part as it is. */
  get plain(): Buffer {
    const [first] = this.parts;
    return first !== undefined && this.parts.length === 1 ? first : Buffer.concat(this.parts);
  }

  /** A body that was made smaller before. */
  static packed(plain: Buffer, coding: Coding, bytes: Buffer): ReadyBody {
    const body = new ReadyBody(plain);
    body.made.set(coding, Promise.resolve(bytes));
    return body;
  }

  get isLarge(): boolean {
    return this.length >= WORTH_IT;
  }

  as(coding: Coding): Promise<Buffer> {
    const made = this.made.get(coding) ?? COMPRESS[coding](this.plain);
    this.made.set(coding, made);
    return made;
  }
}
