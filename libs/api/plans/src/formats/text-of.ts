const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF16_MARKS: Readonly<Record<string, string>> = { fffe: 'utf-16le', feff: 'utf-16be' };

/** A file without the byte order mark of UTF-8. */
export function withoutMark(bytes: Buffer): Buffer {
  return bytes.subarray(0, 3).equals(UTF8_MARK) ? bytes.subarray(3) : bytes;
}

/** The text of a file, and how it was written: UTF-16 by its mark, UTF-8 where all of it is, otherwise Windows-1252. */
export function textOf(bytes: Buffer): { readonly text: string; readonly encoding: string } {
  const marked = UTF16_MARKS[bytes.subarray(0, 2).toString('hex')];
  if (marked !== undefined) return { text: new TextDecoder(marked).decode(bytes), encoding: marked };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}
