/**
 * Compresses the files of the built site that browsers read as text, once and as small as it goes: beside each stands a
 * `.br`, which is sent instead. A server that compressed them for each visitor would have to be quick about it.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const TEXT = /\.(?:js|css|svg|json|ico|webmanifest)$/;
/** Smaller ones do not get smaller on the wire. */
const LEAST_BYTES = 1_024;

const compress = promisify(brotliCompress);
const [root = 'dist/apps/web'] = process.argv.slice(2);
const files = (await readdir(root, { recursive: true })).filter((name) => TEXT.test(name));

await Promise.all(
  files.map(async (name) => {
    const text = await readFile(join(root, name));
    if (text.length < LEAST_BYTES) return;
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
    await writeFile(join(root, `${name}.br`), await compress(text, { params }));
  }),
);
