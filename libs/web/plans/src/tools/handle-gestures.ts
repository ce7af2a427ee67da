import { Point } from '@modex/domain';
import { Editor } from '../editor/editor';
import { selectedPolygon } from '../model/corners';
import { GRID } from '../model/snapping';
import { turned } from '../model/row-line';
import { cornerAt, isNear, turnHandle } from '../paint/handles';
import { toPlan } from '../paint/view';
import { Gesture, GestureMarks, PointerAt } from './gesture';

/** How far from a handle a press still means it, in CSS pixels: as far as a finger needs. */
const REACH = 16;
/** A selection turns in steps of so many degrees while things snap. */
const STEP = 5;

/** The gesture that begins on a handle of the selection; undefined: there is none at this point. */
export function handleGesture(editor: Editor, marks: GestureMarks, at: PointerAt): Gesture | undefined {
  const seen = { drawing: editor.drawing(), selection: editor.selection(), view: editor.view() };
  const corner = cornerAt(seen, at, REACH);
  if (corner !== undefined) return new CornerMoving(editor, marks, at, corner);
  const handle = turnHandle(seen);
  return handle && isNear(handle, at, REACH) ? new Turning(editor, marks, at) : undefined;
}

/** Moves a corner of a polygon. */
class CornerMoving implements Gesture {
  private by: Point | undefined;

  constructor(
    private readonly editor: Editor,
    private readonly marks: GestureMarks,
    private readonly from: Point,
    private readonly corner: number,
  ) {
    editor.corner.set(corner);
  }

  move(at: PointerAt): void {
    const polygon = selectedPolygon(this.editor.drawing(), this.editor.selection());
    const begun = polygon?.corners[this.corner];
    if (polygon === undefined || begun === undefined) return;
    const { scale } = this.editor.view();
    const free = { x: (at.x - this.from.x) / scale, y: (at.y - this.from.y) / scale };
    this.by = this.editor.isSnapping()
      ? { x: onGrid(begun.x + free.x) - begun.x, y: onGrid(begun.y + free.y) - begun.y }
      : free;
    const moved = { x: begun.x + this.by.x, y: begun.y + this.by.y };
    this.marks.outline.set(polygon.corners.map((point, index) => (index === this.corner ? moved : point)));
  }

  end(isDone: boolean): void {
    this.marks.outline.set(undefined);
    if (isDone && this.by) this.editor.moveCorner(this.by);
  }
}

/** Turns what is selected round its middle. */
class Turning implements Gesture {
  private degrees = 0;

  constructor(
    private readonly editor: Editor,
    private readonly marks: GestureMarks,
    private readonly from: Point,
  ) {}

  move(at: PointerAt): void {
    const box = this.editor.selectionBox();
    if (box === undefined) return;
    const { left, top, right, bottom } = box;
    const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
    const view = this.editor.view();
    const angle = angleOf(middle, toPlan(view, at)) - angleOf(middle, toPlan(view, this.from));
    const step = this.editor.isSnapping() ? STEP : 1;
    this.degrees = Math.round(angle / step) * step;
    const corners = [
      { x: left, y: top },
      { x: right, y: top },
      { x: right, y: bottom },
      { x: left, y: bottom },
    ];
    this.marks.outline.set(
      corners.map((corner) => {
        const { x, y } = turned({ x: corner.x - middle.x, y: corner.y - middle.y }, this.degrees);
        return { x: middle.x + x, y: middle.y + y };
      }),
    );
  }

  end(isDone: boolean): void {
    this.marks.outline.set(undefined);
    if (isDone) this.editor.rotate(this.degrees);
  }
}

function angleOf(middle: Point, { x, y }: Point): number {
  return (Math.atan2(y - middle.y, x - middle.x) * 180) / Math.PI;
}

function onGrid(value: number): number {
  return Math.round(value / GRID) * GRID;
}
