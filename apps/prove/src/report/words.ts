import { Scenario } from '../explore/scenario';

/** Puts names where ids stand: seats by number from 1, bookings and shows by their process. */
export function inWords(text: string, { processes }: Pick<Scenario, 'processes'>): string {
  const nameOf = (index: string): string => processes[Number(index)]?.name ?? '?';
  return text
    .replace(/"?a0{15}([0-9a-f]{8})"?/g, (_, place: string) => String(parseInt(place, 16) + 1))
    .replace(/"?b(\d)(\d)0{21}"?/g, (_, at: string, nth: string) => `${nameOf(at)}${nth === '0' ? '' : `#${nth}`}`)
    .replace(/"?d(\d)0{22}"?/g, (_, at: string) => `${nameOf(at)}'s`)
    .replace(/"?c0{23}"?/g, 'tonight')
    .replace(/"?f{6,}([0-9a-f]+)"?/g, (_, hex: string) => Buffer.from(hex, 'hex').toString());
}
