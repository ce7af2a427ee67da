import encodeQR from 'qr';

/** Modules of white around a code (ISO/IEC 18004), without which readers do not find it. */
const QUIET = 4;

/** A QR code as the path of a picture. */
export interface QrPath {
  /** Modules on each side, with the white around. */
  readonly size: number;
  /** The black modules, one unit each, as the `d` of an SVG path. */
  readonly path: string;
}

/** @param code in characters of the alphanumeric mode, so that the modules stay as large as they can */
export function qrPath(code: string): QrPath {
  const rows = encodeQR(code, 'raw', { border: QUIET, ecc: 'medium', encoding: 'alphanumeric' });
  return { size: rows.length, path: rows.map((row, y) => runs(row, y)).join('') };
}

/** One box for each run of black modules. */
function runs(row: readonly boolean[], y: number): string {
  const boxes: string[] = [];
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const from = x;
    while (row[x]) x++;
    boxes.push(`M${from} ${y}h${x - from}v1h${from - x}z`);
  }
  return boxes.join('');
}
