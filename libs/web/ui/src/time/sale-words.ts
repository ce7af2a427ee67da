import { TimeStyle, writeShowTime } from './show-time';

/** The window of a show's sale, as the API tells it. */
export interface SaleWindow {
  readonly salePhase: 'NOT_OPEN' | 'OPEN' | 'CLOSED';
  /** RFC 3339; null: as soon as the show is on sale. */
  readonly saleOpensAt: string | null;
  /** RFC 3339; null: when the show starts. */
  readonly saleClosesAt: string | null;
  /** The zone of the venue. */
  readonly timeZone: string;
}

/** What keeps customers from booking: "Sale opens Sat 5 Dec, 10:00", by the clocks of the venue; empty while it is open. */
export function saleWords({ salePhase, saleOpensAt, timeZone }: SaleWindow, style: TimeStyle = 'short'): string {
  if (salePhase === 'OPEN') return '';
  if (salePhase === 'CLOSED') return $localize`The sale has closed`;
  return $localize`Sale opens ${saleTime(saleOpensAt, timeZone, style)}:time:`;
}

/** All that is said of the window, for staff: "Sale from Sat 5 Dec, 10:00 to Fri 11 Dec, 18:00"; empty without one. */
export function windowWords({ saleOpensAt, saleClosesAt, timeZone }: SaleWindow): string {
  const [opens, closes] = [saleTime(saleOpensAt, timeZone), saleTime(saleClosesAt, timeZone)];
  if (saleOpensAt === null) return saleClosesAt === null ? '' : $localize`Sale until ${closes}:time:`;
  if (saleClosesAt === null) return $localize`Sale from ${opens}:time:`;
  return $localize`Sale from ${opens}:opens: to ${closes}:closes:`;
}

function saleTime(at: string | null, timeZone: string, style: TimeStyle = 'short'): string {
  return writeShowTime({ startTime: at ?? '', timeZone }, style);
}
