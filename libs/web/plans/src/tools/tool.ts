import {
  mdiAccountGroupOutline,
  mdiCursorDefaultOutline,
  mdiFormatPaint,
  mdiFormatText,
  mdiHandBackRightOutline,
  mdiSeatOutline,
  mdiShapeOutline,
  mdiTableFurniture,
  mdiTheater,
} from '@mdi/js';

/** What a press on the plan does. */
export const TOOL_NAMES = ['select', 'pan', 'paint', 'rows', 'table', 'standing', 'stage', 'shape', 'text'] as const;
export type ToolName = (typeof TOOL_NAMES)[number];

/** A tool as it stands in the toolbox. */
export interface Tool {
  readonly name: ToolName;
  readonly word: string;
  readonly icon: string;
  /** The key that takes it, while the plan or the toolbox has the focus. */
  readonly key: string;
  /** What to do with it. */
  readonly hint: string;
}

export const TOOLS: readonly Tool[] = [
  {
    ...{ name: 'select', word: $localize`Select`, icon: mdiCursorDefaultOutline, key: 'v' },
    hint: $localize`Press a seat; twice for its row; three times for its section. Drag to move, or around several to select them.`,
  },
  {
    ...{ name: 'pan', word: $localize`Move the view`, icon: mdiHandBackRightOutline, key: 'h' },
    hint: $localize`Drag the plan. The wheel moves it too, and zooms with Ctrl.`,
  },
  {
    ...{ name: 'paint', word: $localize`Paint`, icon: mdiFormatPaint, key: 'b' },
    hint: $localize`Drag over seats to give them the category.`,
  },
  {
    ...{ name: 'rows', word: $localize`Rows`, icon: mdiSeatOutline, key: 'r' },
    hint: $localize`Say how many, then press where their middle shall be.`,
  },
  {
    ...{ name: 'table', word: $localize`Table`, icon: mdiTableFurniture, key: 't' },
    hint: $localize`Say how many chairs, then press where the table stands.`,
  },
  {
    ...{ name: 'standing', word: $localize`Standing`, icon: mdiAccountGroupOutline, key: 'g' },
    hint: $localize`Say how many people, then press where its middle shall be.`,
  },
  {
    ...{ name: 'stage', word: $localize`Stage`, icon: mdiTheater, key: 's' },
    hint: $localize`Press where its middle shall be. A plan has one stage.`,
  },
  {
    ...{ name: 'shape', word: $localize`Shape`, icon: mdiShapeOutline, key: 'o' },
    hint: $localize`Bars, pillars, walls: press where the middle shall be.`,
  },
  {
    ...{ name: 'text', word: $localize`Text`, icon: mdiFormatText, key: 'x' },
    hint: $localize`Write it, then press where its middle shall be.`,
  },
];

/** Tools that add something where the plan is pressed. */
export function isAdding(tool: ToolName): boolean {
  return !['select', 'pan', 'paint'].includes(tool);
}
