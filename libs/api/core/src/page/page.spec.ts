import * as fc from 'fast-check';
import { pageOf, pageRequest, PageStart } from './page';

const ids = fc.stringMatching(/^[0-9a-f]{24}$/);
// Few distinct times, so that many entries share one.
const entries = fc.uniqueArray(
  fc.record({ time: fc.integer({ min: -3, max: 3 }).map((ms) => new Date(ms)), id: ids }),
  {
    selector: ({ id }) => id,
    maxLength: 40,
  },
);

function inOrder(a: PageStart, b: PageStart): number {
  return a.time.getTime() - b.time.getTime() || a.id.localeCompare(b.id);
}

describe('pages', () => {
  it('lose no entry and repeat none, also when many have the same time', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: 7 }), (all, size) => {
        const sorted = all.toSorted(inOrder);
        const seen: PageStart[] = [];
        for (let cursor: string | null | undefined; cursor !== null;) {
          const { limit, after } = pageRequest({ limit: size, ...(cursor !== undefined && { cursor }) });
          const rest = sorted.filter((entry) => after === undefined || inOrder(entry, after) > 0);
          const page = pageOf(rest.slice(0, limit + 1), limit, (entry) => entry);
          expect(page.items.length).toBeLessThanOrEqual(size);
          seen.push(...page.items);
          cursor = page.nextCursor;
        }
        expect(seen).toEqual(sorted);
      }),
    );
  });

  it('have 20 entries when nobody says how many', () => expect(pageRequest({})).toEqual({ limit: 20 }));

  it('end without an empty page', () => {
    const entry = { time: new Date(0), id: 'a'.repeat(24) };
    expect(pageOf([entry], 1, (one) => one).nextCursor).toBeNull();
  });

  it.each([
    '',
    'nonsense',
    Buffer.from('1:x').toString('base64url'),
    Buffer.from('1e3:' + 'a'.repeat(24)).toString('base64url'),
  ])('do not begin at the cursor "%s"', (cursor) => expect(() => pageRequest({ cursor })).toThrow('cursor'));

  it('do not begin at a time that no clock shows', () => {
    const cursor = Buffer.from(`9999999999999999:${'a'.repeat(24)}`).toString('base64url');
    expect(() => pageRequest({ cursor })).toThrow('cursor');
  });
});
