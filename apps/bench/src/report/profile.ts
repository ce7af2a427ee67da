import { byPackage, type SelfTime } from '../measure/profile';
import { type Row, tableLines } from './table';

const FUNCTIONS = 30;
const PACKAGES = 15;

/** Where the processor time of Modex went, for the terminal. */
export function profileText(times: readonly SelfTime[]): string {
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  const functions = times
    .slice(0, FUNCTIONS)
    .map(({ name, place, share }): Row => [`${name}  ${place}`, percent(share)]);
  const packages = byPackage(times)
    .slice(0, PACKAGES)
    .map(({ name, share }): Row => [name, percent(share)]);
  return ['Profile of Modex, self time', ...tableLines(functions), '', ...tableLines(packages)].join('\n');
}
