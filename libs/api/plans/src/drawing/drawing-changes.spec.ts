import { PlanDrawing } from '@modex/domain';
import { testDrawing } from '../plan.builder';
import { applyChanges, DrawingChange } from './drawing-changes';

const section = (drawing: unknown) => (drawing as PlanDrawing).sections[0] as unknown as Record<string, unknown[]>;

describe('changes of a drawing', () => {
  const change = (...changes: readonly DrawingChange[]) => applyChanges(testDrawing(), changes);

  it('replace, add and remove fields and entries, one after another', () => {
    const changed = change(
      { op: 'replace', path: '/name', value: 'Other' },
      { op: 'add', path: '/sections/0/rows/0/word', value: 'Box' },
      { op: 'remove', path: '/sections/0/rows/1' },
      { op: 'add', path: '/sections/0/rows/1', value: 'new' },
      { op: 'add', path: '/sections/0/rows/-', value: 'last' },
    ) as PlanDrawing;
    const { rows } = section(changed);
    expect([changed.name, rows?.[0], rows?.[1], rows?.at(-1), rows?.length]).toEqual([
      'Other',
      expect.objectContaining({ word: 'Box', label: 'A' }),
      'new',
      'last',
      11,
    ]);
  });

  it('make lists shorter by their length', () => {
    expect(section(change({ op: 'replace', path: '/sections/0/rows/length', value: 3 }))['rows']).toHaveLength(3);
  });

  it('reach names with a slash or a tilde', () => {
    expect(change({ op: 'add', path: '/a~1b~0c', value: 1 })).toMatchObject({ 'a/b~c': 1 });
  });

  it.each<[string, DrawingChange]>([
    ['a path without a slash', { op: 'add', path: 'name', value: 1 }],
    ['the whole drawing', { op: 'replace', path: '', value: {} }],
    ['what is not there', { op: 'replace', path: '/names', value: 1 }],
    ['what is not there, to remove it', { op: 'remove', path: '/names' }],
    ['the inside of what is not there', { op: 'add', path: '/names/0', value: 1 }],
    ['the inside of a text', { op: 'add', path: '/name/0', value: 1 }],
    ['behind the end of a list', { op: 'add', path: '/sections/2', value: 1 }],
    ['the end of a list, to replace it', { op: 'replace', path: '/sections/-', value: 1 }],
    ['a list by a word', { op: 'add', path: '/sections/x', value: 1 }],
    ['a list by a number with a zero', { op: 'replace', path: '/sections/00', value: 1 }],
    ['a longer length', { op: 'replace', path: '/sections/length', value: 1e9 }],
    ['nothing to put there', { op: 'add', path: '/name' }],
    ['the prototype', { op: 'add', path: '/__proto__/polluted', value: 1 }],
    ['the prototype itself', { op: 'add', path: '/__proto__', value: { polluted: 1 } }],
    ['the prototype of lists', { op: 'add', path: '/sections/__proto__/polluted', value: 1 }],
    ['the constructor', { op: 'add', path: '/constructor/prototype/polluted', value: 1 }],
    ['an inherited field', { op: 'replace', path: '/toString', value: 1 }],
  ])('are refused that name %s', (_, wrong) => {
    expect(() => change({ op: 'replace', path: '/name', value: 'x' }, wrong)).toThrow(/^changes\.1\.path /);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(([] as { polluted?: number }).polluted).toBeUndefined();
  });
});
