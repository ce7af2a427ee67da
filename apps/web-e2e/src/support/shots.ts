import { resolve } from 'node:path';

/** Where a picture of a screen is kept, to be looked at. */
export function shotPath(name: string): string {
  return resolve(__dirname, '../../../../dist/e2e/screens', `${name}.png`);
}
