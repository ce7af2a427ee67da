import { computed, inject, Injectable, signal } from '@angular/core';
import { PlanDrawing, Point } from '@modex/domain';
import { DraftResponse } from '@modex/web-api-client';
import { counted } from '@modex/web-ui';
import { move, remove, rotate } from '../model/change';
import { moveCorner, selectedPolygon } from '../model/corners';
import { Copied, copy, paste } from '../model/copy';
import { Command } from '../model/draft';
import { DrawingHistory } from '../model/history';
import { mergeRows } from '../model/merge';
import { paintCategory } from '../model/paint';
import {
  Box,
  boxAround,
  everything,
  joined,
  NOTHING,
  ofPlaces,
  pointsOf,
  Selection,
  sizeOf,
  stillThere,
  toggled,
  touchedRows,
  widened,
} from '../model/selection';
import { fitting, Size, toPlan, View, viewOf, zoomed } from '../paint/view';
import { emptyDrawing } from '../templates/templates';
import { adding, FIRST_WISHES, Wishes } from '../tools/adding';
import { ToolName } from '../tools/tool';
import { DraftSaving } from './draft-saving';

/** How far a copy is put beside what was copied, in units. */
const BESIDE = 60;
const EMPTY = emptyDrawing('');

/** The plan that is edited: its drawing, what is selected, the tool in hand, and which part is seen. */
@Injectable()
export class Editor {
  readonly saving = inject(DraftSaving);

  private readonly history = signal<DrawingHistory | undefined>(undefined);
  readonly isOpen = computed(() => this.history() !== undefined);
  readonly drawing = computed(() => this.history()?.drawing() ?? EMPTY);
  readonly undoable = computed(() => this.history()?.undoable());
  readonly redoable = computed(() => this.history()?.redoable());
  /** Another drawing that is looked at instead, such as that of somebody else; nothing is changed meanwhile. */
  readonly lookedAt = signal<PlanDrawing | undefined>(undefined);
  readonly shown = computed(() => this.lookedAt() ?? this.drawing());

  private readonly selected = signal<Selection>(NOTHING);
  readonly selection = this.selected.asReadonly();
  /** The corner of the selected polygon that arrow keys move; undefined: they move all of what is selected. */
  readonly corner = signal<number | undefined>(undefined);
  readonly tool = signal<ToolName>('select');
  readonly wishes = signal<Wishes>(FIRST_WISHES);
  /** The category that the brush paints. */
  readonly brush = signal('');
  readonly isSnapping = signal(true);
  readonly view = signal<View>({ x: 0, y: 0, scale: 0.4 });
  readonly size = signal<Size>({ width: 0, height: 0 });
  /** What was done last, for those who do not see it. */
  readonly said = signal('');
  private fitted: View | undefined;
  private copied: Copied | undefined;
  /** Steps of one key follow each other until something else is selected. */
  private run = 0;

  /** Opens a draft. */
  begin(planId: string, draft: Pick<DraftResponse, 'revision' | 'drawing'>): void {
    const drawing = draft.drawing as PlanDrawing;
    this.history.set(new DrawingHistory(drawing, (changes) => this.saving.add(changes)));
    this.saving.begin(planId, draft.revision, () => this.history()?.drawing());
    this.selected.set(NOTHING);
    this.lookedAt.set(undefined);
    this.brush.set(drawing.categories[0]?.key ?? '');
    this.fit();
  }

  /** Carries out a command, which can be taken back by this name. */
  do(name: string, command: Command, run?: string): void {
    if (this.lookedAt() !== undefined || !this.history()?.do(name, command, run)) return;
    this.selected.update((selection) => stillThere(this.drawing(), selection));
    this.say(name);
  }

  undo(): void {
    this.stepped(this.lookedAt() === undefined ? this.history()?.undo() : undefined, $localize`Undone`);
  }

  redo(): void {
    this.stepped(this.lookedAt() === undefined ? this.history()?.redo() : undefined, $localize`Done again`);
  }

  select(selection: Selection): void {
    this.run++;
    this.corner.set(undefined);
    this.selected.set(selection);
    this.say(this.selectionWords());
  }

  /** With Shift: adds to what is selected, or takes it away again. */
  toggle(selection: Selection): void {
    this.select(toggled(this.selected(), selection));
  }

  add(selection: Selection): void {
    this.select(joined(this.selected(), selection));
  }

  widen(): void {
    this.select(widened(this.drawing(), this.selected()));
  }

  selectAll(): void {
    this.select(everything(this.drawing()));
  }

  selectNothing(): void {
    if (sizeOf(this.selected()) > 0) this.select(NOTHING);
  }

  /** Selects places by their numbers, and brings them into view. */
  showPlaces(numbers: readonly number[]): void {
    this.select(stillThere(this.drawing(), ofPlaces(numbers)));
    const box = this.selectionBox();
    if (box) this.view.set(viewOf(box, this.size(), Math.min(this.size().width, this.size().height) / 3));
  }

  move(by: Point, run?: string): void {
    const selection = this.selected();
    if (sizeOf(selection) === 0 || (by.x === 0 && by.y === 0)) return;
    this.do($localize`Moved`, (draft) => move(draft, selection, by), run && `${run} ${this.run}`);
  }

  rotate(degrees: number): void {
    const [selection, box] = [this.selected(), this.selectionBox()];
    if (box === undefined || degrees === 0) return;
    const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    this.do($localize`Turned`, (draft) => rotate(draft, selection, degrees, middle), `turn ${this.run}`);
  }

  /** Takes the next corner of the selected polygon in hand; after the last one the whole polygon again. */
  nextCorner(): void {
    const polygon = selectedPolygon(this.drawing(), this.selected());
    if (polygon === undefined) return;
    const next = this.corner() === undefined ? 0 : (this.corner() as number) + 1;
    const count = polygon.corners.length;
    this.corner.set(next < count ? next : undefined);
    this.run++;
    this.say(next < count ? $localize`Corner ${next + 1}:corner: of ${count}:corners:` : this.selectionWords());
  }

  /** Moves the corner in hand. */
  moveCorner(by: Point, run?: string): void {
    const [polygon, corner] = [selectedPolygon(this.drawing(), this.selected()), this.corner()];
    if (polygon === undefined || corner === undefined) return;
    this.do(
      $localize`Corner moved`,
      (draft) => moveCorner(draft, polygon.ref, corner, by),
      run && `${run} ${this.run}`,
    );
  }

  /** Makes one row of the selected ones. */
  merge(): void {
    const selection = this.selected();
    const rows = touchedRows(this.drawing(), selection);
    if (rows.length < 2) return;
    const places = rows.flatMap(({ row }) => row.places.map(({ number }) => number));
    this.do($localize`Rows merged`, (draft) => mergeRows(draft, selection));
    this.selected.set(ofPlaces(places));
  }

  remove(): void {
    const selection = this.selected();
    if (sizeOf(selection) === 0) return;
    this.do($localize`Deleted`, (draft) => remove(draft, selection));
    this.selected.set(NOTHING);
  }

  copy(): void {
    if (sizeOf(this.selected()) === 0) return;
    this.copied = copy(this.drawing(), this.selected());
    this.say($localize`Copied`);
  }

  paste(name = $localize`Pasted`): void {
    const { copied } = this;
    if (copied === undefined) return;
    let added: Selection = NOTHING;
    this.do(name, (draft) => {
      added = paste(draft, copied, { x: BESIDE, y: BESIDE });
    });
    this.copied = copy(this.drawing(), added);
    this.selected.set(added);
  }

  duplicate(): void {
    const before = this.copied;
    this.copied = sizeOf(this.selected()) > 0 ? copy(this.drawing(), this.selected()) : undefined;
    this.paste($localize`Duplicated`);
    this.copied = before;
  }

  /** Adds what the tool in hand adds; without a point in the middle of the view. */
  addBy(at: Point = this.middle()): void {
    const deed = adding(this.tool(), this.wishes(), at);
    if (deed === undefined) return;
    this.do(deed.name, deed.command);
    this.select(deed.added());
    this.say(`${deed.name}. ${this.selectionWords()}`);
  }

  wish(changes: Partial<Wishes>): void {
    this.wishes.update((wishes) => ({ ...wishes, ...changes }));
  }

  /** Gives what is selected a category. */
  paint(key: string, selection = this.selected(), run?: string): void {
    const name = this.drawing().categories.find((category) => category.key === key)?.name ?? key;
    this.do($localize`Category ${name}:name:`, (draft) => paintCategory(draft, selection, key), run);
  }

  /** Shows the whole plan. */
  fit(): void {
    if (this.size().width === 0) return;
    this.fitted = fitting(this.shown(), this.size());
    this.view.set(this.fitted);
  }

  /** The window of the plan has another size; a view of the whole plan stays one. */
  resize(size: Size): void {
    const isWhole = this.size().width === 0 || this.view() === this.fitted;
    this.size.set(size);
    if (isWhole) this.fit();
  }

  zoom(factor: number, at: Point = { x: this.size().width / 2, y: this.size().height / 2 }): void {
    this.view.update((view) => zoomed(view, factor, at));
  }

  say(words: string): void {
    this.said.set(words);
  }

  selectionBox(): Box | undefined {
    return boxAround(pointsOf(this.drawing(), this.selected()));
  }

  selectionWords(): string {
    const { places, standing, shapes } = this.selected();
    const seats = places.size;
    const others = standing.size + shapes.size;
    if (seats + others === 0) return $localize`Nothing is selected`;
    const words = [
      ...(seats === 0 ? [] : [counted(seats, $localize`{n, plural, =1 {1 place} other {${seats}:places: places}}`)]),
      ...(others === 0 ? [] : [counted(others, $localize`{n, plural, =1 {1 part} other {${others}:parts: parts}}`)]),
    ].join(', ');
    return $localize`Selected: ${words}:what:`;
  }

  private middle(): Point {
    const { width, height } = this.size();
    const { x, y } = toPlan(this.view(), { x: width / 2, y: height / 2 });
    return { x: Math.round(x / 10) * 10, y: Math.round(y / 10) * 10 };
  }

  private stepped(name: string | undefined, words: string): void {
    if (name === undefined) return;
    this.selected.update((selection) => stillThere(this.drawing(), selection));
    this.say(`${words}: ${name}`);
  }
}
