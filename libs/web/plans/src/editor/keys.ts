import { Editor } from './editor';
import { TOOLS } from '../tools/tool';

/** How far arrow keys move, in units: with Shift, alone, with Alt. */
const [FAR, USUAL, NEAR] = [100, 10, 1];
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A key with what it does, for the sheet of keys. */
export interface KeyWords {
  readonly keys: string;
  readonly does: string;
}

export const KEY_WORDS: readonly KeyWords[] = [
  ...TOOLS.map(({ key, word }) => ({ keys: key.toUpperCase(), does: word })),
  { keys: 'Enter', does: $localize`Add what the tool adds, in the middle of the view` },
  { keys: '← ↑ → ↓', does: $localize`Move what is selected by 10 cm; with Shift by 1 m, with Alt by 1 cm` },
  { keys: '[ ]', does: $localize`Turn what is selected by 5 degrees` },
  { keys: 'C', does: $localize`Take the next corner of a polygon; arrow keys move it then` },
  { keys: 'M', does: $localize`Make one row of the selected rows` },
  { keys: 'W', does: $localize`Select the whole row, then the whole section` },
  { keys: 'Ctrl A', does: $localize`Select everything` },
  { keys: 'Escape', does: $localize`Select nothing; put the tool away` },
  { keys: 'Delete', does: $localize`Delete what is selected` },
  { keys: 'Ctrl Z · Ctrl Shift Z', does: $localize`Undo, and redo` },
  { keys: 'Ctrl C · Ctrl V', does: $localize`Copy, and paste` },
  { keys: 'Ctrl D', does: $localize`Duplicate` },
  { keys: '+ · - · 0', does: $localize`Zoom in, zoom out, see the whole plan` },
  { keys: '?', does: $localize`Show these keys` },
];

/** Does what a key means while the plan has the focus. @returns whether it means something */
export function pressKey(editor: Editor, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey) return pressWithControl(editor, event);
  const arrow = ARROWS[event.key];
  if (arrow) {
    const step = event.shiftKey ? FAR : event.altKey ? NEAR : USUAL;
    const by = { x: arrow[0] * step, y: arrow[1] * step };
    if (editor.corner() === undefined) editor.move(by, 'arrows');
    else editor.moveCorner(by, 'corner');
    return true;
  }
  const tool = TOOLS.find(({ key }) => key === event.key.toLowerCase());
  if (tool) {
    editor.tool.set(tool.name);
    editor.say(`${tool.word}. ${tool.hint}`);
    return true;
  }
  return pressAlone(editor, event.key);
}

function pressAlone(editor: Editor, key: string): boolean {
  const deeds: Readonly<Record<string, () => void>> = {
    Enter: () => editor.addBy(),
    Escape: () => escape(editor),
    Delete: () => editor.remove(),
    Backspace: () => editor.remove(),
    w: () => editor.widen(),
    c: () => editor.nextCorner(),
    m: () => editor.merge(),
    '[': () => editor.rotate(-5),
    ']': () => editor.rotate(5),
    '+': () => editor.zoom(1.25),
    '=': () => editor.zoom(1.25),
    '-': () => editor.zoom(0.8),
    '0': () => editor.fit(),
  };
  const deed = Object.hasOwn(deeds, key) ? deeds[key] : undefined;
  deed?.();
  return deed !== undefined;
}

/** Puts down what is in hand, the last thing first: a corner, a tool, the selection. */
function escape(editor: Editor): void {
  if (editor.corner() !== undefined) editor.corner.set(undefined);
  else if (editor.tool() !== 'select') editor.tool.set('select');
  else editor.selectNothing();
}

function pressWithControl(editor: Editor, { key, shiftKey }: KeyboardEvent): boolean {
  const deeds: Readonly<Record<string, () => void>> = {
    a: () => editor.selectAll(),
    c: () => editor.copy(),
    v: () => editor.paste(),
    d: () => editor.duplicate(),
    y: () => editor.redo(),
    z: () => (shiftKey ? editor.redo() : editor.undo()),
  };
  const deed = Object.hasOwn(deeds, key.toLowerCase()) ? deeds[key.toLowerCase()] : undefined;
  deed?.();
  return deed !== undefined;
}
