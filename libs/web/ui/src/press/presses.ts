/** Two clicks so close in time (milliseconds) and place (pixels) are a double-click. */
const TOGETHER_MS = 400;
const TOGETHER_PX = 24;

type Place = Pick<MouseEvent, 'clientX' | 'clientY'>;

/**
 * Recognises the second click of a double-click, which would undo the first one or hit something that has moved up since.
 * Presses by key or by a script always count.
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

  /** Call when the last press changed nothing: the next one cannot undo it and counts. */
  forget(): void {
    this.last = undefined;
  }
}

/** Whether both presses are close enough to be one double-click. */
export function isSamePlace(one: Place, other: Place): boolean {
  return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) < TOGETHER_PX;
}
