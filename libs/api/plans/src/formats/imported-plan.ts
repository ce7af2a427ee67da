import { PlanDrawing } from '@modex/domain';

/** Something of a file that could not be carried over as it is, or that its venue should look at. */
export interface ImportWarning {
  /** Where: a JSON pointer into the file, or `line 12` of a table. */
  readonly at: string;
  /** One or two sentences for people. */
  readonly warning: string;
}

/** What was made of a file. */
export interface ImportedPlan {
  readonly drawing: PlanDrawing;
  readonly warnings: readonly ImportWarning[];
  /** Where the file has the place of this number; undefined: as the drawing has it. */
  readonly sourceOf: (number: number) => string | undefined;
}

/** Collects warnings; what happens often is told once, with its first place and how often. */
export class Warnings {
  private readonly found: { readonly at: string; readonly warning: string; times: number }[] = [];
  private readonly often = new Map<string, { times: number }>();

  add(at: string, warning: string): void {
    this.found.push({ at, warning, times: 1 });
  }

  /** @param kind what is the same each time */
  count(kind: string, at: string, warning: string): void {
    const known = this.often.get(kind);
    if (known !== undefined) known.times++;
    else {
      const entry = { at, warning, times: 1 };
      this.found.push(entry);
      this.often.set(kind, entry);
    }
  }

  get list(): readonly ImportWarning[] {
    return this.found.map(({ at, warning, times }) => ({
      at,
      warning: times === 1 ? warning : `${warning} (${times} times; this is the first.)`,
    }));
  }
}
