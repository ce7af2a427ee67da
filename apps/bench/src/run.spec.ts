import { CASES } from './cases';
import { chooseCases } from './run';

const chosen = (...only: string[]): string[] => chooseCases(CASES, { only, isLong: false }).map(({ name }) => name);

describe('the cases of a run', () => {
  it('have names of their own', () => {
    const names = CASES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('are all but the long ones, unless those are asked for', () => {
    const long = CASES.filter(({ isLong }) => isLong);
    expect(chosen()).toHaveLength(CASES.length - long.length);
    expect(chooseCases(CASES, { only: [], isLong: true })).toHaveLength(CASES.length);
    expect(chosen('audit')).toEqual(['audit']);
  });

  it('are named in full, or by how they begin', () => {
    expect(chosen('book-2')).toEqual(['book-2']);
    expect(chosen('book')).toEqual(['book-1', 'book-2', 'book-8', 'book-1-hot', 'book-2-hot', 'book-8-hot']);
  });

  it('are refused by a name that means none', () => {
    expect(() => chosen('boook')).toThrow('no case boook');
  });
});
