import decodeQR from 'qr/decode.js';
import { qrPath } from './qr-path';

const CODE = `MODEX1:${'AFVQ4OQBW7PYIOCOOJWMXH4OPVWFWSRZFA27'.repeat(5).slice(0, 146)}`;
const SCALE = 4;

/** The pixels of a picture with these boxes, as a camera gives them. */
function drawn({ size, path }: ReturnType<typeof qrPath>): { width: number; height: number; data: Uint8Array } {
  const side = size * SCALE;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x = 0, y = 0, width = 0] of [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((box) => box.map(Number))) {
    for (let row = y * SCALE; row < (y + 1) * SCALE; row++) {
      for (let column = x * SCALE; column < (x + width) * SCALE; column++) {
        data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
      }
    }
  }
  return { width: side, height: side, data };
}

describe('the QR code of a ticket', () => {
  it('is read as it was written', () => {
    expect(decodeQR(drawn(qrPath(CODE)))).toBe(CODE);
  });

  it('has 41 modules and four of white around, so that they are large on a phone', () => {
    const { size, path } = qrPath(CODE);
    expect(size).toBe(49);
    const [xs, ys] = [/M(\d+) /g, / (\d+)h/g].map((of) => [...path.matchAll(of)].map(([, at]) => Number(at)));
    expect([Math.min(...(xs ?? [])), Math.min(...(ys ?? [])), Math.max(...(ys ?? []))]).toEqual([4, 4, 44]);
  });
});
