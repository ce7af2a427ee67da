import { Page, Pages } from './pages';

interface Entry {
  readonly id: string;
  readonly word?: string;
}

/** A list of the API, newest first, in pages of two; a cursor is the place of its page. */
class Shelf {
  fails = false;

  constructor(public entries: readonly Entry[]) {}

  async read(cursor: string | undefined): Promise<Page<Entry>> {
    if (this.fails) throw new Error('away');
    const from = cursor === undefined ? 0 : this.entries.findIndex(({ id }) => id === cursor) + 1;
    const items = this.entries.slice(from, from + 2);
    return { items, nextCursor: from + 2 < this.entries.length ? (items.at(-1)?.id ?? null) : null };
  }
}

function entries(ids: string): readonly Entry[] {
  return [...ids].map((id) => ({ id }));
}

describe('Pages', () => {
  let shelf: Shelf;
  let pages: Pages<Entry>;
  const shown = (): string =>
    pages
      .items()
      .map(({ id, word = '' }) => id + word)
      .join('');

  beforeEach(async () => {
    shelf = new Shelf(entries('fedcba'));
    pages = new Pages(
      (cursor) => shelf.read(cursor),
      ({ id }) => id,
    );
    await pages.open();
  });

  it('puts what is new on top and keeps the pages behind', async () => {
    await pages.more();
    shelf.entries = entries('gfedcba');
    await pages.refresh();
    expect(shown()).toBe('gfedc');
    await pages.more();
    await pages.more();
    expect(shown()).toBe('gfedcba');
    expect(pages.hasMore()).toBe(false);
  });

  it('reads on until it meets something known, so that no entry is missed', async () => {
    shelf.entries = entries('lkjihgfedcba');
    await pages.refresh();
    expect(shown()).toBe('lkjihgfe');
    await pages.more();
    expect(shown()).toBe('lkjihgfedc');
  });

  it('takes the newer words of an entry, and drops one that is gone', async () => {
    await pages.more();
    shelf.entries = [{ id: 'f', word: '!' }, ...entries('dcba')];
    await pages.refresh();
    expect(shown()).toBe('f!dc');
  });

  it('reads as deep as is asked for', async () => {
    await pages.more();
    shelf.entries = [...entries('fed'), { id: 'c', word: '!' }, ...entries('ba')];
    await pages.refresh();
    expect(shown()).toBe('fedc');
    await pages.refresh(4);
    expect(shown()).toBe('fedc!');
  });

  it('tells how many are new before it shows them', async () => {
    shelf.entries = entries('hgfedcba');
    const newer = await pages.look();
    expect(newer?.arrived).toBe(2);
    expect(shown()).toBe('fe');
    if (newer) pages.show(newer);
    expect(shown()).toBe('hgfe');
  });

  it('drops what it found when the list has changed meanwhile', async () => {
    const looking = pages.look();
    pages.replace({ id: 'f', word: '?' });
    await expect(looking).resolves.toBeUndefined();
    expect(shown()).toBe('f?e');
  });

  it('keeps the list when a look fails, and says so until one succeeds', async () => {
    shelf.fails = true;
    await pages.refresh();
    expect(pages.behind()?.code).toBe('unexpected');
    expect(pages.problem()).toBeUndefined();
    expect(shown()).toBe('fe');
    shelf.fails = false;
    await pages.refresh();
    expect(pages.behind()).toBeUndefined();
  });

  it('begins anew when too much is new', async () => {
    shelf.entries = [...Array.from({ length: 40 }, (_, at) => ({ id: `n${at} ` })), ...entries('fedcba')];
    await pages.refresh();
    expect(pages.items()).toHaveLength(20);
    expect(pages.hasMore()).toBe(true);
  });
});
