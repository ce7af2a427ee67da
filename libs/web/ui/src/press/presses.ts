/** Two clicks so close in time (milliseconds) and place (pixels) are a double-click. */
const TOGETHER_MS = 400;
const TOGETHER_PX = 24;

type Place = Pick<MouseEvent, 'clientX' | 'clientY'>;

/**
 * Tells the second click of a double-click: where a press does the opposite of the one before, or meets what has moved up
 * meanwhile, it is not meant. Presses by key or by a script are all meant.
 */
export class Presses {
  private last: Pick<MouseEvent, 'timeStamp' | 'clientX' | 'clientY'> | undefined;

  isSecond(press: MouseEvent): boolean {
    if (!press.detail) return false;
    const { last } = this;
    const second = last !== undefined && press.timeStamp - last.timeStamp < TOGETHER_MS && isSamePlace(press, last);
    this.last = press;
    return second;
  }

  /** The last press changed nothing, so that the next one cannot undo it. */
  forget(): void {
    this.last = undefined;
  }
}

/** Whether a finger that was not lifted far would make both. */
export function isSamePlace(one: Place, other: Place): boolean {
  return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) < TOGETHER_PX;
}
