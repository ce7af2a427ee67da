import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the build appends to the name of a script: a dash, eight letters of its content, and `.js`. */
const APPENDED = 12;
/** The app itself, which the first script imports once the words of the site are there. */
const START = 'start';
const IMPORTED = /(?:from|import)\s*["'`]\.\/([\w-]+\.js)["'`]/g;

/**
 * The scripts that a page should fetch at once instead of one after the other: those of the app and of the page itself.
 * Without the hints the page takes three more round trips to appear.
 */
export class Preloads {
  private readonly scripts: readonly string[];
  private readonly found = new Map<string, readonly string[]>();

  /** @param root the folder of the built site */
  constructor(private readonly root: string) {
    this.scripts = readdirSync(root).filter((name) => name.endsWith('.js'));
  }

  /** File names. @param page the script of the page, by its name before the build; undefined where there is no such page */
  of(page: string | undefined): readonly string[] {
    const wanted = page ?? '';
    const known = this.found.get(wanted) ?? this.neededBy([START, wanted]);
    this.found.set(wanted, known);
    return known;
  }

  /** These scripts, and all that they import before they run. */
  private neededBy(names: readonly string[]): readonly string[] {
    const needed = new Set(names.flatMap((name) => this.scripts.filter((file) => file.slice(0, -APPENDED) === name)));
    // Iterating over a set includes entries that are added meanwhile.
    for (const file of needed) {
      for (const [, name = ''] of readFileSync(join(this.root, file), 'utf8').matchAll(IMPORTED)) needed.add(name);
    }
    return [...needed];
  }
}
