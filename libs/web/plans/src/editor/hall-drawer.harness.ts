import { TestBed } from '@angular/core/testing';
import { DrawnRow, drawnPlan, PlanDrawing, Point, seatName } from '@modex/domain';
import { eachRow, setWord } from '../model/draft-parts';
import { addCategory, Attribute, paintCategory, setAttribute } from '../model/paint';
import { allPlaced, Placed } from '../model/places';
import { renumberRows, renumberSeats, SeatScheme } from '../model/renumber';
import { setGap } from '../model/rows';
import { ofPlaces, ofSection } from '../model/selection';
import { emptyDrawing } from '../templates/templates';
import { Wishes } from '../tools/adding';
import { ToolName } from '../tools/tool';
import { DraftSaving } from './draft-saving';
import { Editor } from './editor';

const NUMBERS: SeatScheme = { kind: 'numbers', start: 1, way: 'left', atAisle: 'continue' };

/** Draws a hall as the page does it: by the tools and the deeds of the panels. */
export class HallDrawer {
  readonly editor: Editor;

  constructor(name: string) {
    TestBed.configureTestingModule({
      providers: [Editor, { provide: DraftSaving, useValue: { add: jest.fn(), begin: jest.fn() } }],
    });
    this.editor = TestBed.inject(Editor);
    this.editor.begin('p1', { revision: 1, drawing: { ...emptyDrawing(name) } });
  }

  get drawing(): PlanDrawing {
    return this.editor.drawing();
  }

  /** Adds something at a point; it is selected then. */
  add(tool: ToolName, wishes: Partial<Wishes>, at: Point): void {
    this.editor.tool.set(tool);
    this.editor.wish(wishes);
    this.editor.addBy(at);
  }

  selectSection(name: string): void {
    const section = this.drawing.sections.find((one) => one.name === name);
    if (section) this.editor.select(ofSection(section));
  }

  selectPlaces(section: string, is: (placed: Placed) => boolean): void {
    const found = allPlaced(this.drawing).filter((placed) => placed.section.name === section && is(placed));
    this.editor.select(ofPlaces(found.map(({ place }) => place.number)));
  }

  number(scheme: Partial<SeatScheme> = {}): void {
    const selection = this.editor.selection();
    this.editor.do('Number', (draft) => renumberSeats(draft, selection, { ...NUMBERS, ...scheme }));
  }

  label(start = 1, from: 'front' | 'back' = 'front'): void {
    const selection = this.editor.selection();
    this.editor.do('Label', (draft) => renumberRows(draft, selection, { kind: 'numbers', start }, from));
  }

  say(which: 'word' | 'seatWord', word: string): void {
    const selection = this.editor.selection();
    this.editor.do('Word', (draft) => eachRow(draft, selection, (row) => setWord(row, which, word)));
  }

  aisle(behind: number, width: number): void {
    const selection = this.editor.selection();
    this.editor.do('Aisle', (draft) => eachRow(draft, selection, (row) => setGap(row, behind, width)));
  }

  mark(attribute: Attribute): void {
    const selection = this.editor.selection();
    this.editor.do('Mark', (draft) => setAttribute(draft, selection, attribute, true));
  }

  /** The first category of the plan gets this name; what has no other one is in it. */
  firstCategory(name: string): void {
    this.editor.do('Category', (draft) => void Object.assign(draft.categories[0] as object, { name }));
  }

  paint(name: string): void {
    const selection = this.editor.selection();
    const known = this.drawing.categories.find((category) => category.name === name)?.key;
    this.editor.do('Category', (draft) => paintCategory(draft, selection, known ?? addCategory(draft, name)));
  }

  /** What is selected is moved with its middle to a point, and turned. */
  put({ x, y }: Point, degrees: number): void {
    const box = this.editor.selectionBox();
    if (box === undefined) return;
    this.editor.move({ x: x - (box.left + box.right) / 2, y: y - (box.top + box.bottom) / 2 });
    this.editor.rotate(degrees);
  }

  names(): readonly string[] {
    const plan = drawnPlan(this.drawing);
    return Array.from({ length: plan.size }, (_, at) => seatName(plan.at(at)));
  }

  /** How many places each category has, by its name. */
  counts(): Readonly<Record<string, number>> {
    const plan = drawnPlan(this.drawing);
    const counted = new Map(plan.categories.map(({ name }) => [name, 0]));
    for (let at = 0; at < plan.size; at++) {
      const name = plan.categories.find(({ key }) => key === plan.at(at).category)?.name ?? '';
      counted.set(name, (counted.get(name) ?? 0) + 1);
    }
    return Object.fromEntries(counted);
  }

  rowsOf(name: string): readonly DrawnRow[] {
    return this.drawing.sections.flatMap((one) => (one.kind === 'seats' && one.name === name ? one.rows : []));
  }

  /** Those of a section, row after row. */
  placed(name: string): readonly Placed[] {
    return allPlaced(this.drawing).filter(({ section }) => section.name === name);
  }

  marked(attribute: 'restrictedView' | 'wheelchair'): readonly Placed[] {
    return allPlaced(this.drawing).filter(({ place }) => place[attribute]);
  }

  /** Everything is taken back, one deed after the other. */
  undoAll(): PlanDrawing {
    while (this.editor.undoable() !== undefined) this.editor.undo();
    return this.drawing;
  }
}
