import { DomainError } from '@modex/domain';
import * as fc from 'fast-check';
import { refuseCostlyJson } from './json-cost';

function refusalOf(text: string): string | undefined {
  try {
    refuseCostlyJson(Buffer.from(text));
    return undefined;
  } catch (error) {
    return (error as DomainError).code;
  }
}

/** What a JSON value holds, counted the slow way. */
function sizeOf(value: unknown): { fields: number; entries: number; depth: number } {
  if (typeof value !== 'object' || value === null) return { fields: 0, entries: 0, depth: 0 };
  const inner = Object.values(value).map(sizeOf);
  const sum = (of: 'fields' | 'entries') => inner.reduce((total, one) => total + one[of], 0);
  return {
    fields: sum('fields') + (Array.isArray(value) ? 0 : inner.length),
    entries: sum('entries') + Math.max(0, inner.length - 1),
    depth: 1 + Math.max(0, ...inner.map(({ depth }) => depth)),
  };
}

const fields = (count: number) =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, 1])));
const list = (count: number, of: string) => `[${Array(count).fill(of).join(',')}]`;

describe('the cost of a JSON text', () => {
  it.each<[string, string]>([
    ['30,000 fields', fields(30_000)],
    ['30,000 fields of an inner object', `{"inner":${fields(30_000)}}`],
    ['30,000 fields of an object in a list', `{"seatIds":[${fields(30_000)}]}`],
    ['one field 10,000 times', `{${Array(10_000).fill('"a":1').join(',')}}`],
    ['__proto__ 10,000 times', `{${Array(10_000).fill('"__proto__":{}').join(',')}}`],
    ['100,000 numbers', list(100_000, '1')],
    ['100,000 empty lists', list(100_000, '[]')],
    ['60,000 empty texts', list(60_000, '""')],
    ['80,000 empty objects in a field', `{"seatIds":${list(80_000, '{}')}}`],
    ['texts that end with a backslash', list(30_000, '"\\\\"')],
  ])('is too high with %s', (_, text) => expect(refusalOf(text)).toBe('payload-too-large'));

  it.each<[string, string]>([
    ['lists', '['.repeat(20_000) + ']'.repeat(20_000)],
    ['objects', '{"a":'.repeat(2_000) + '1' + '}'.repeat(2_000)],
    ['lists that never end', '['.repeat(200_000)],
  ])('is too high with nested %s', (_, text) => expect(refusalOf(text)).toBe('malformed-body'));

  it('does not depend on what texts say', () => {
    const text = '{[,:"\\'.repeat(30_000);
    expect(refusalOf(JSON.stringify({ description: text, [text]: text }))).toBeUndefined();
  });

  it('is counted as who parses it would', () => {
    const values = fc.jsonValue({ maxDepth: 20 }).filter((value) => sizeOf(value).depth <= 20);
    fc.assert(
      fc.property(values, (value) => {
        const { fields: count, entries, depth } = sizeOf(value);
        const fits = count <= 200 && entries <= 5_000 && depth <= 16;
        expect(refusalOf(JSON.stringify(value)) === undefined).toBe(fits);
      }),
    );
  });

  it('is exactly bounded', () => {
    expect([refusalOf(fields(200)), refusalOf(fields(201))]).toEqual([undefined, 'payload-too-large']);
    expect([refusalOf(list(5_001, '1')), refusalOf(list(5_002, '1'))]).toEqual([undefined, 'payload-too-large']);
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect([refusalOf(nested(16)), refusalOf(nested(17))]).toEqual([undefined, 'malformed-body']);
  });
});
