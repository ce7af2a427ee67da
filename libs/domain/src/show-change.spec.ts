import { Show } from './show';
import { changesOf, changesSince, ShowChange } from './show-change';

const SHOW = { title: 'Ondine', startTime: new Date(1_000), venue: null, description: 'Water.' } as Show;
const HOUR = 3_600_000;

function change(at: number, field: ShowChange['field'], from: string | null, to: string | null): ShowChange {
  return { at: new Date(at * HOUR), by: 'ada', field, from, to };
}

describe('the changes of an edit', () => {
  it('are the fields that become another, as text', () => {
    const changes = changesOf(SHOW, {
      title: 'Undine',
      startTime: new Date(2_000),
      venue: 'Kursaal',
      description: null,
    });
    expect(changes).toEqual([
      { field: 'title', from: 'Ondine', to: 'Undine' },
      { field: 'startTime', from: '1970-01-01T00:00:01.000Z', to: '1970-01-01T00:00:02.000Z' },
      { field: 'venue', from: null, to: 'Kursaal' },
      { field: 'description', from: 'Water.', to: null },
    ]);
  });

  it('are none for what is left out or is so already', () => {
    expect(changesOf(SHOW, {})).toEqual([]);
    expect(changesOf(SHOW, { title: 'Ondine', startTime: new Date(1_000), venue: null })).toEqual([]);
  });
});

describe('what changed since a booking', () => {
  const all = [
    change(1, 'venue', null, 'Foyer'),
    change(5, 'venue', 'Foyer', 'Garden'),
    change(6, 'title', 'Ondine', 'Undine'),
    change(7, 'venue', 'Garden', 'Kursaal'),
    change(8, 'title', 'Undine', 'Ondine'),
  ];

  it('is one change a field, from what was booked to what it is now', () => {
    const told = changesSince(new Date(4 * HOUR), all);
    expect(told).toEqual([{ ...change(7, 'venue', 'Foyer', 'Kursaal') }]);
  });

  it('begins with nothing where nothing was', () => {
    expect(changesSince(new Date(0), all)).toEqual([change(7, 'venue', null, 'Kursaal')]);
  });

  it('leaves out what the customer saw', () => expect(changesSince(new Date(9 * HOUR), all)).toEqual([]));

  it('tells of a change that an open page may not have shown yet', () => {
    const minutes = 60_000;
    expect(changesSince(new Date(7 * HOUR + 9 * minutes), all)).toHaveLength(2);
    expect(changesSince(new Date(8 * HOUR + 11 * minutes), all)).toEqual([]);
  });
});
