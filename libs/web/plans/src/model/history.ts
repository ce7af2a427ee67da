import { computed, signal } from '@angular/core';
import { PlanDrawing } from '@modex/domain';
import { apply, create, Patches } from 'mutative';
import { Command } from './draft';

/** A change of a drawing, as it is sent. */
export interface Change {
  readonly op: 'add' | 'remove' | 'replace';
  /** A JSON pointer. */
  readonly path: string;
  readonly value?: unknown;
}

interface Step {
  /** What it is called: "Move 12 places". */
  readonly name: string;
  readonly forth: readonly Change[];
  readonly back: readonly Change[];
  /** Commands of one run, such as arrow keys, are taken back as one. */
  readonly run: string | undefined;
}

type Patched = Patches<{ pathAsArray: false; arrayLengthAssignment: true }>;

/** Numbers are never used again: taking back a new place does not make its number free. */
const NEVER_BACK = '/nextNumber';

/** A drawing, and all the steps by which it came to be so; each can be taken back and done again. */
export class DrawingHistory {
  private readonly current;
  private readonly done = signal<readonly Step[]>([]);
  private readonly undone = signal<readonly Step[]>([]);

  readonly drawing;
  /** The name of the step that `undo` takes back; undefined: there is none. */
  readonly undoable = computed(() => this.done().at(-1)?.name);
  readonly redoable = computed(() => this.undone().at(-1)?.name);

  /** @param changed is told of every change, also of those of undo and redo */
  constructor(
    drawing: PlanDrawing,
    private readonly changed: (changes: readonly Change[]) => void = () => undefined,
  ) {
    this.current = signal(drawing);
    this.drawing = this.current.asReadonly();
  }

  /** Carries out a command. @param run commands of the same run are taken back together */
  do(name: string, command: Command, run?: string): boolean {
    const [next, forth, back] = create(this.current(), command, {
      enablePatches: { pathAsArray: false, arrayLengthAssignment: true },
    });
    if (forth.length === 0) return false;
    const step: Step = { name, forth: changesOf(forth), back: changesOf(back).filter(isBack), run };
    this.current.set(next);
    this.remember(step);
    this.undone.set([]);
    this.changed(step.forth);
    return true;
  }

  /** Takes the last step back; returns its name. */
  undo(): string | undefined {
    const step = this.done().at(-1);
    if (step === undefined) return undefined;
    this.done.update((steps) => steps.slice(0, -1));
    this.undone.update((steps) => [...steps, step]);
    this.patch(step.back);
    return step.name;
  }

  /** Does the step again that was taken back last; returns its name. */
  redo(): string | undefined {
    const step = this.undone().at(-1);
    if (step === undefined) return undefined;
    this.undone.update((steps) => steps.slice(0, -1));
    this.done.update((steps) => [...steps, { ...step, run: undefined }]);
    this.patch(step.forth.filter(isBack));
    return step.name;
  }

  private patch(changes: readonly Change[]): void {
    this.current.set(apply(this.current(), changes as Patched));
    this.changed(changes);
  }

  private remember(step: Step): void {
    this.done.update((steps) => {
      const last = steps.at(-1);
      if (last === undefined || step.run === undefined || last.run !== step.run) return [...steps, step];
      const joined = { ...step, forth: [...last.forth, ...step.forth], back: [...step.back, ...last.back] };
      return [...steps.slice(0, -1), joined];
    });
  }
}

function isBack({ path }: Change): boolean {
  return path !== NEVER_BACK;
}

function changesOf(patches: Patched): readonly Change[] {
  return patches.map(({ op, path, value }) => ({ op, path, ...(op === 'remove' ? {} : { value }) }) as Change);
}
