import fc from 'fast-check';
import { compareValues, decode, encode, equalValues, identicalValues, typeRank } from '.';
import { value } from '../differential/arbitrary-values';

const RUNS = { numRuns: 2000 };
const sign = (a: unknown, b: unknown): number => Math.sign(compareValues(a, b));

describe("MongoDB's order of values", () => {
  it('says the opposite when the sides change', () => {
    fc.assert(
      fc.property(value, value, (a, b) => sign(a, b) + sign(b, a) === 0),
      RUNS,
    );
  });

  it('is transitive', () => {
    fc.assert(
      fc.property(fc.tuple(value, value, value), (three) => {
        const [a, b, c] = three.toSorted(compareValues);
        return sign(a, b) <= 0 && sign(b, c) <= 0 && sign(a, c) <= 0;
      }),
      RUNS,
    );
  });

  it('takes a value for equal to itself', () => {
    fc.assert(
      fc.property(value, (a) => compareValues(a, a) === 0 && equalValues(a, a) && identicalValues(a, a)),
      RUNS,
    );
  });

  it('puts the type before the value', () => {
    fc.assert(
      fc.property(
        value,
        value,
        (a, b) => typeRank(a) === typeRank(b) || sign(a, b) === Math.sign(typeRank(a) - typeRank(b)),
      ),
      RUNS,
    );
  });

  it('puts values apart that are not equal, and only those', () => {
    fc.assert(
      fc.property(value, value, (a, b) => equalValues(a, b) === (compareValues(a, b) === 0)),
      RUNS,
    );
  });

  it('is the same after values were stored', () => {
    fc.assert(
      fc.property(value, (a) => identicalValues(decode(encode({ a }))['a'], a)),
      RUNS,
    );
  });
});
