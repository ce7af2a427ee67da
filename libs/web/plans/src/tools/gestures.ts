import { Point } from '@modex/domain';
import { Editor } from '../editor/editor';
import { hitAt, hitIn, isWithin, placeAt } from '../model/hit';
import { joined, ofPlaces, Selection, sizeOf, widened } from '../model/selection';
import { SnapLines, snapLines, snapped } from '../model/snapping';
import { panned, toPlan, View } from '../paint/view';
import { Gesture, GestureMarks, PointerAt } from './gesture';
import { handleGesture } from './handle-gestures';

/** A pointer that is moved less than this (CSS pixels) presses. */
const STILL = 4;
/** How near lines pull, and how far from a seat a press still means it; CSS pixels. */
const [PULL, REACH] = [7, 4];

/** Begins what a press on the plan means by the tool in hand. @param presses how often it was pressed there in a row */
export function gestureOf(editor: Editor, marks: GestureMarks, at: PointerAt, presses: number): Gesture {
  const tool = editor.tool();
  if (tool === 'pan') return new Panning(editor, at);
  if (tool === 'paint') return new Painting(editor, at);
  if (tool !== 'select') return new Placing(editor, at);
  const handle = at.isAdding ? undefined : handleGesture(editor, marks, at);
  if (handle) return handle;
  const drawing = editor.drawing();
  const view = editor.view();
  const hit = hitAt(drawing, toPlan(view, at), REACH / view.scale);
  if (sizeOf(hit) === 0) return new Banding(editor, marks, at);
  if (at.isAdding) editor.toggle(hit);
  else if (presses === 2) editor.select(widened(drawing, hit));
  else if (presses > 2) editor.select(widened(drawing, widened(drawing, hit)));
  else if (!isWithin(hit, editor.selection())) editor.select(hit);
  return new Moving(editor, marks, at, presses === 1 && !at.isAdding ? hit : undefined);
}

/** Moves the view. */
export class Panning implements Gesture {
  private readonly begun: View;

  constructor(
    private readonly editor: Editor,
    private readonly from: Point,
  ) {
    this.begun = editor.view();
  }

  move({ x, y }: PointerAt): void {
    this.editor.view.set(panned(this.begun, x - this.from.x, y - this.from.y));
  }

  end(): void {
    // The view stays where it is.
  }
}

/** Adds something where the pointer is released near its press. */
class Placing implements Gesture {
  private isFar = false;

  constructor(
    private readonly editor: Editor,
    private readonly from: Point,
  ) {}

  move(at: PointerAt): void {
    this.isFar ||= isFar(this.from, at);
  }

  end(isDone: boolean): void {
    if (!isDone || this.isFar) return;
    const { x, y } = toPlan(this.editor.view(), this.from);
    this.editor.addBy({ x: Math.round(x / 10) * 10, y: Math.round(y / 10) * 10 });
  }
}

/** Moves what is selected, pulled by the lines of its neighbours. */
class Moving implements Gesture {
  private lines: SnapLines | undefined;

  /** @param hit what was pressed, which alone is selected if nothing is moved */
  constructor(
    private readonly editor: Editor,
    private readonly marks: GestureMarks,
    private readonly from: Point,
    private readonly hit: Selection | undefined,
  ) {}

  move(at: PointerAt): void {
    if (this.lines === undefined && !isFar(this.from, at)) return;
    this.lines ??= snapLines(this.editor.drawing(), this.editor.selection());
    const { scale } = this.editor.view();
    const by = { x: (at.x - this.from.x) / scale, y: (at.y - this.from.y) / scale };
    if (!this.editor.isSnapping()) return this.marks.drag.set(by);
    const met = snapped(this.lines, by, PULL / scale);
    this.marks.drag.set(met.by);
    this.marks.guides.set({ x: met.x, y: met.y });
  }

  end(isDone: boolean): void {
    const by = this.marks.drag();
    this.marks.drag.set(undefined);
    this.marks.guides.set({});
    if (by !== undefined && isDone) this.editor.move(by);
    else if (this.hit && isDone && !isWithin(this.editor.selection(), this.hit)) this.editor.select(this.hit);
  }
}

/** Selects what is inside of a rubber band. */
class Banding implements Gesture {
  constructor(
    private readonly editor: Editor,
    private readonly marks: GestureMarks,
    private readonly from: PointerAt,
  ) {
    if (!from.isAdding) editor.selectNothing();
  }

  move(at: PointerAt): void {
    if (this.marks.band() === undefined && !isFar(this.from, at)) return;
    const view = this.editor.view();
    const [one, other] = [toPlan(view, this.from), toPlan(view, at)];
    this.marks.band.set({
      left: Math.min(one.x, other.x),
      top: Math.min(one.y, other.y),
      right: Math.max(one.x, other.x),
      bottom: Math.max(one.y, other.y),
    });
  }

  end(isDone: boolean): void {
    const band = this.marks.band();
    this.marks.band.set(undefined);
    if (band === undefined || !isDone) return;
    const found = hitIn(this.editor.drawing(), band);
    this.editor.select(this.from.isAdding ? joined(this.editor.selection(), found) : found);
  }
}

let strokes = 0;

/** Gives every place that it passes the category of the brush; one stroke is one step. */
class Painting implements Gesture {
  private readonly run = `stroke ${++strokes}`;

  constructor(
    private readonly editor: Editor,
    at: PointerAt,
  ) {
    this.move(at);
  }

  move(at: PointerAt): void {
    const view = this.editor.view();
    const found = placeAt(this.editor.drawing(), toPlan(view, at), REACH / view.scale);
    const brush = this.editor.brush();
    if (!found || found.place.category === brush) return;
    this.editor.paint(brush, ofPlaces([found.place.number]), this.run);
  }

  end(): void {
    // What was painted stays, and can be taken back.
  }
}

function isFar(one: Point, other: Point): boolean {
  return Math.abs(one.x - other.x) > STILL || Math.abs(one.y - other.y) > STILL;
}
