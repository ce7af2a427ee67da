import type * as Ui from '../index';

/** The room as it is on a page whose words were loaded in this language; undefined: in English. */
async function loadedIn(language: string | undefined): Promise<typeof Ui> {
  $localize.locale = language;
  let ui: typeof Ui | undefined;
  await jest.isolateModulesAsync(async () => {
    ui = await import('../index');
  });
  if (ui === undefined) throw new Error('The room was not loaded.');
  return ui;
}

const EVENING = { startTime: '2098-12-12T18:30:00Z', timeZone: 'Europe/Berlin' };

describe('numbers and times', () => {
  afterEach(() => delete $localize.locale);

  it('are written in British English when nothing is translated', async () => {
    const { LOCALE, writeNumber, writeShowTime } = await loadedIn(undefined);
    expect(LOCALE).toBe('en-GB');
    expect([writeNumber(1_240), writeNumber(1_240.25, 1)]).toEqual(['1,240', '1,240.3']);
    expect(writeShowTime(EVENING)).toMatch(/^Friday,? 12 December 2098 at 19:30/);
  });

  it('are written as the language of the words does', async () => {
    const { LOCALE, NumberPipe, writeNumber, writeShowTime, zoneName } = await loadedIn('de');
    expect(LOCALE).toBe('de');
    expect([writeNumber(1_240), new NumberPipe().transform(1_240.25, 1)]).toEqual(['1.240', '1.240,3']);
    expect(writeShowTime(EVENING)).toContain('Freitag, 12. Dezember 2098 um 19:30');
    expect(writeShowTime(EVENING, 'month')).toBe('Dez');
    expect(zoneName(EVENING.startTime, EVENING.timeZone)).toBe('Mitteleuropäische Zeit');
  });
});
