import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const CRUISE = join(__dirname, '../../../../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
const NAMES = { '@modex/a': ['./libs/a/src/index.ts'], '@modex/b': ['./libs/b/src/index.ts'] };

type Files = Readonly<Record<string, string>>;

describe('the guard against circles of imports', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'modex-circles-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** What it says of a workspace that consists of these files. */
  function look(files: Files) {
    const tsconfig = JSON.stringify({ compilerOptions: { paths: NAMES } });
    for (const [path, text] of Object.entries({ ...files, 'tsconfig.base.json': tsconfig })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const args = [CRUISE, '--config', join(__dirname, 'circles.cjs'), 'libs'];
    const { status, stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    // In colours where nx runs the tests.
    return { status, stdout: stripVTControlCharacters(stdout) };
  }

  it.each<[string, Files]>([
    [
      'of two files',
      { 'libs/a/src/index.ts': "export * from './a';", 'libs/a/src/a.ts': "import './index';\nexport const a = 1;" },
    ],
    [
      'of a type alone',
      {
        'libs/a/src/index.ts': "import type { B } from './b';\nexport interface A { readonly b: B }",
        'libs/a/src/b.ts': "import type { A } from './index';\nexport interface B { readonly a: A }",
      },
    ],
    [
      'of two libraries by their names',
      {
        'libs/a/src/index.ts': "import { b } from '@modex/b';\nexport const a = () => b;",
        'libs/b/src/index.ts': "import { a } from '@modex/a';\nexport const b = () => a;",
      },
    ],
  ])('finds one %s', (_, files) => {
    const { status, stdout } = look(files);
    expect([status, /no-circles: libs\//.test(stdout)]).toEqual([1, true]);
  });

  it('has nothing to say where files import in one direction', () => {
    const files = { 'libs/a/src/index.ts': "export * from './a';", 'libs/a/src/a.ts': 'export const a = 1;' };
    expect(look(files)).toMatchObject({ status: 0, stdout: expect.stringContaining('2 modules, 1 dependencies') });
  });
});
