import { signal } from '@angular/core';
import { Point } from '@modex/domain';
import { Box } from '../model/selection';

/** A pointer on the plan: where it is on the screen, and which keys are held. */
export interface PointerAt extends Point {
  readonly isAdding: boolean;
}

/** What a pointer does from press to release. */
export interface Gesture {
  move(at: PointerAt): void;
  /** The pointer was released, or taken away: then nothing is changed. */
  end(isDone: boolean): void;
}

/** What is shown of a gesture while it goes on. */
export class GestureMarks {
  /** How far the selection is moved, in units; undefined: it is not. */
  readonly drag = signal<Point | undefined>(undefined);
  readonly band = signal<Box | undefined>(undefined);
  /** What the selection, or the shape, will be like. */
  readonly outline = signal<readonly Point[] | undefined>(undefined);
  readonly guides = signal<{ readonly x?: number | undefined; readonly y?: number | undefined }>({});
}
