import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { Options, transformSync } from '@swc/core';
import { Production } from '../explore/services';

/** One change to a production file: the text must occur exactly once, or the mutant is out of date. */
export interface Edit {
  /** From the root of the workspace. */
  readonly file: string;
  readonly replace: string;
  readonly by: string;
}

const ROOT = join(__dirname, '../../../..');
const load = createRequire(__filename);
const SETTINGS = JSON.parse(readFileSync(join(__dirname, '../../swc.json'), 'utf8')) as Options;

/** Modules whose files are linked anew, so that an edit reaches all files that import the edited one. */
const DOORS: Readonly<Record<string, string>> = {
  '@modex/domain': 'libs/domain/src/index.ts',
  '@modex/api-bookings/protocol': 'libs/api/bookings/src/protocol.ts',
  '@modex/api-shows/protocol': 'libs/api/shows/src/protocol.ts',
};

/** Rooms whose own files are linked anew; everything else is shared with the original. */
const ROOMS = [
  'libs/domain/src/',
  'libs/api/bookings/src/booking',
  'libs/api/bookings/src/holds/',
  'libs/api/bookings/src/show-cancel',
  'libs/api/bookings/src/outbox/',
  'libs/api/bookings/src/tickets/',
  'libs/api/shows/src/plan-switch/',
  'libs/api/shows/src/seat-block',
  'libs/api/shows/src/show.',
  'libs/api/shows/src/show-creation',
];

const compiled = new Map<string, string>();

/**
 * The production classes, compiled from their source with the edits applied.
 * @throws Error when an edit does not match exactly once, or matches a file that is never loaded
 */
export function linkProduction(edits: readonly Edit[]): Production {
  const linker = new Linker(edits);
  const bookings = linker.load('libs/api/bookings/src/protocol.ts');
  const shows = linker.load('libs/api/shows/src/protocol.ts');
  linker.assertAllApplied();
  return { ...bookings, ...shows } as unknown as Production;
}

type Exports = Readonly<Record<string, unknown>>;

class Linker {
  private readonly modules = new Map<string, Exports>();
  private readonly applied = new Set<Edit>();

  constructor(private readonly edits: readonly Edit[]) {}

  load(file: string): Exports {
    const known = this.modules.get(file);
    if (known !== undefined) return known;
    const module = { exports: {} as Exports };
    this.modules.set(file, module.exports);
    const importer = (specifier: string): unknown => this.import(specifier, file);
    const evaluate = new Function('require', 'module', 'exports', this.compile(file));
    evaluate(importer, module, module.exports);
    return module.exports;
  }

  assertAllApplied(): void {
    const missed = this.edits.find((edit) => !this.applied.has(edit));
    if (missed !== undefined) throw new Error(`${missed.file} is not part of the protocol`);
  }

  private import(specifier: string, importer: string): unknown {
    const door = DOORS[specifier];
    if (door !== undefined) return this.load(door);
    if (!specifier.startsWith('.')) return load(specifier);
    const file = relative(ROOT, join(ROOT, dirname(importer), `${specifier}.ts`));
    return ROOMS.some((room) => file.startsWith(room)) ? this.load(file) : load(join(ROOT, file));
  }

  private compile(file: string): string {
    const edits = this.edits.filter((edit) => edit.file === file);
    const known = edits.length === 0 ? compiled.get(file) : undefined;
    if (known !== undefined) return known;
    const source = edits.reduce((text, edit) => this.apply(edit, text), readFileSync(join(ROOT, file), 'utf8'));
    const { code } = transformSync(source, { ...SETTINGS, sourceMaps: false, filename: join(ROOT, file) });
    if (edits.length === 0) compiled.set(file, code);
    return code;
  }

  private apply(edit: Edit, source: string): string {
    const parts = source.split(edit.replace);
    if (parts.length !== 2) throw new Error(`${edit.file}: found ${parts.length - 1} times: ${edit.replace}`);
    this.applied.add(edit);
    return parts.join(edit.by);
  }
}
