import { Browser, chromium, PlaywrightTestConfig } from '@playwright/test';
import encodeQR from 'qr';
import { writeFileSync } from 'node:fs';

/** The picture of the camera in pixels, and the side of one module of the code in it: a ticket held before a phone. */
const [WIDTH, HEIGHT, MODULE] = [640, 480, 7];
/** How bright paper, ink and what is around are (luma of BT.601). */
const [PAPER, INK, AROUND] = [235, 16, 120];

/** Writes a film of one picture, in which this QR code is seen (YUV4MPEG2, 4:2:0). */
export function filmOf(code: string, path: string): void {
  const modules = encodeQR(code, 'raw', { border: 4, ecc: 'medium' });
  const side = modules.length * MODULE;
  const [left, top] = [(WIDTH - side) >> 1, (HEIGHT - side) >> 1];
  const luma = Buffer.alloc(WIDTH * HEIGHT, AROUND);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const isInk = modules[Math.floor(y / MODULE)]?.[Math.floor(x / MODULE)] ?? false;
      luma[(top + y) * WIDTH + left + x] = isInk ? INK : PAPER;
    }
  }
  const frame = [Buffer.from('FRAME\n'), luma, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)];
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F15:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(path, Buffer.concat([head, ...frame, ...frame]));
}

/** A browser whose camera shows this film, and whose user allows it. */
export async function browserWithCamera(use: PlaywrightTestConfig['use'], film: string): Promise<Browser> {
  const { executablePath, args = [] } = use?.launchOptions ?? {};
  return chromium.launch({
    executablePath,
    args: [
      ...args,
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  });
}
