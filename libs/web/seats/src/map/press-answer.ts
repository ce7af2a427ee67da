import { SeatMark } from '@modex/web-ui';

/** What a press of a seat is about. */
export interface SeatPress {
  readonly mark: SeatMark;
  /** What the seat is called, and the same with its state. */
  readonly name: string;
  readonly label: string;
  /** How many seats are chosen, and may be at most. */
  readonly chosen: number;
  readonly max: number;
  readonly locked: boolean;
  /** Nothing is booked: any seat can be picked. */
  readonly looking: boolean;
}

/** What a press does: choose the seat or give it back, nothing at all, or ask for more than is allowed. */
export interface PressAnswer {
  readonly does: 'toggle' | 'nothing' | 'askForMore';
  /** What is said of it. */
  readonly news: string;
}

/** What a press of a seat does, and how that is told. */
export function answerPress(press: SeatPress): PressAnswer {
  const { mark, name, label, chosen, max, locked, looking } = press;
  if (looking) return { does: 'toggle', news: $localize`${label}:seat:. Picked.` };
  if (locked) return { does: 'nothing', news: $localize`The choice cannot be changed at the moment.` };
  if (mark === 'mine') return { does: 'nothing', news: $localize`${label}:seat:. You booked it before.` };
  if (mark === 'taken' || mark === 'lost')
    return { does: 'nothing', news: $localize`${label}:seat:. Please choose another seat.` };
  if (mark === 'chosen') {
    const news = $localize`${name}:seat: given back. ${chosen - 1}:seats: of ${max}:most: seats.`;
    return { does: 'toggle', news };
  }
  if (chosen < max) {
    return { does: 'toggle', news: $localize`${name}:seat: chosen. ${chosen + 1}:seats: of ${max}:most: seats.` };
  }
  const news = $localize`You have ${max}:most: seats, the most for one booking. Give one back to choose another.`;
  return { does: 'askForMore', news };
}
