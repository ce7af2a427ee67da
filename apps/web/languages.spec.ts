import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ɵcomputeMsgId as idOf } from '@angular/localize';

const LANGUAGES = join(__dirname, 'languages');
const PLACE = /\{\$?\w+\}|\[\w+\]/g;
const PLURAL = /^([^{}]*)\{(\w+), plural, (.*)\}([^{}]*)$/s;
const FORM = /(=\d+|zero|one|two|few|many|other) \{((?:[^{}]|\{[^{}]*\})*)\} ?/g;

/** A message with all its forms; one without a plural has only `other`. */
interface Message {
  readonly counted?: string;
  readonly forms: ReadonlyMap<string, string>;
  /** What is neither a form nor stands around the plural: there should be none. */
  readonly rest: string;
}

function readMessage(text: string): Message {
  const [, before = '', counted, listed = '', after = ''] = PLURAL.exec(text) ?? [];
  if (counted === undefined) return { forms: new Map([['other', text]]), rest: '' };
  const forms = [...listed.matchAll(FORM)].map(([, form = '', words = '']) => [form, before + words + after] as const);
  return { counted, forms: new Map(forms), rest: listed.replace(FORM, '') };
}

/** The places for values and elements, in a form that compares. */
function placesOf(text: string): string {
  return (text.match(PLACE) ?? []).sort().join(' ');
}

/** The first numbers that have no form of their own. */
function numbersWithoutForm(language: string, forms: ReadonlyMap<string, string>): readonly number[] {
  const rules = new Intl.PluralRules(language);
  const numbers = Array.from({ length: 200 }, (_, number) => number);
  return numbers.filter((number) => !forms.has(`=${number}`) && !forms.has(rules.select(number))).slice(0, 3);
}

/** Whether every element ends, and ends after it began: inside the ones that began before it. */
function areNested(text: string): boolean {
  const open: string[] = [];
  for (const [, kind, name] of text.matchAll(/\{\$(START|CLOSE)_(\w+)\}/g)) {
    if (kind === 'START') open.push(name ?? '');
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}

/** What is wrong with the translation of a text; empty when nothing is. */
function problemsOf(language: string, english: string, translation: string): readonly string[] {
  const [asked, said] = [readMessage(english), readMessage(translation)];
  const wanted = placesOf(asked.forms.get('other') ?? '');
  const most = new Set([...asked.forms.values()].flatMap((form) => form.match(PLACE) ?? []));
  const other = said.forms.get('other');
  const unknown = [...said.forms.values()]
    .flatMap((form) => form.match(PLACE) ?? [])
    .filter((place) => !most.has(place));
  return [
    ...(translation.trim() === '' ? ['says nothing'] : []),
    ...(/^\s*/.exec(english)?.[0] === /^\s*/.exec(translation)?.[0] ? [] : ['begins with other blanks']),
    ...(/\s*$/.exec(english)?.[0] === /\s*$/.exec(translation)?.[0] ? [] : ['ends with other blanks']),
    ...(asked.counted === said.counted ? [] : [`counts ${said.counted}, not ${asked.counted}`]),
    ...(said.rest === '' ? [] : [`has no form: ${said.rest}`]),
    ...(other !== undefined && placesOf(other) === wanted ? [] : [`has other places than: ${wanted}`]),
    ...unknown.map((place) => `has an unknown place: ${place}`),
    ...[...said.forms.values()].filter((form) => !areNested(form)).map((form) => `is not nested: ${form}`),
    ...(said.counted === undefined
      ? []
      : numbersWithoutForm(language, said.forms).map((number) => `has no form for ${number}`)),
  ];
}

const files = readdirSync(LANGUAGES);
const readWords = (file: string): Readonly<Record<string, string>> => JSON.parse(readFileSync(file, 'utf8'));

describe('the languages of the site', () => {
  it.each(files)('keep all values, elements and plural forms: %s', (file) => {
    const language = file.replace('.json', '');
    expect(Intl.PluralRules.supportedLocalesOf(language)).toEqual([language]);
    const words = Object.entries(readWords(join(LANGUAGES, file)));
    expect(words.length).toBeGreaterThan(1_000);
    const wrong = words.map(([english, said]) => ({ english, problems: problemsOf(language, english, said) }));
    expect(wrong.filter(({ problems }) => problems.length > 0)).toEqual([]);
  });

  const SEATS = '{n, plural, =1 {1 seat} other {{$seats} seats}}';
  it.each([
    ['de', 'Row {$row}', 'Reihe {$row}', []],
    ['de', 'Row {$row}', 'Reihe', ['has other places than: {$row}']],
    ['de', '[seat], free', '[platz], frei', ['has other places than: [seat]', 'has an unknown place: [platz]']],
    ['de', ' Sign out ', 'Abmelden', ['begins with other blanks', 'ends with other blanks']],
    ['de', SEATS, '{n, plural, one {1 Platz} other {{$seats} Plätze}}', []],
    ['de', SEATS, '{n, plural, other {{$seats} Plätze}}', ['has no form for 1']],
    ['de', SEATS, '{n, plural, =1 {1 Platz} other {Plätze}}', ['has other places than: {$seats}']],
    ['de', SEATS, '{$seats} Plätze', ['counts undefined, not n']],
    ['de', SEATS, '{n, plural, =1 {1 Platz} mehr {Plätze} other {{$seats} Plätze}}', ['has no form: mehr {Plätze} ']],
    [
      'pl',
      SEATS,
      '{n, plural, =1 {miejsce} few {{$seats} miejsca} many {{$seats} miejsc} other {{$seats} miejsca}}',
      [],
    ],
    ['pl', SEATS, '{n, plural, =1 {miejsce} other {{$seats} miejsca}}', [0, 2, 3].map((n) => `has no form for ${n}`)],
    [
      'de',
      '{$START_LINK}In{$CLOSE_LINK}',
      '{$CLOSE_LINK}In{$START_LINK}',
      ['is not nested: {$CLOSE_LINK}In{$START_LINK}'],
    ],
  ])('%s: “%s” as “%s” has these problems: %j', (language, english, said, problems) => {
    expect(problemsOf(language, english, said)).toEqual(problems);
  });
});

describe('a file more in the folder of the languages', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'languages-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  /** What the build makes of the languages in the folder and a page. */
  function build(page: string): { readonly status: number | null; readonly page: string; readonly files: string[] } {
    const to = join(folder, 'built');
    const { status } = spawnSync(process.execPath, [join(__dirname, 'languages.mjs'), folder, page, to]);
    if (status !== 0) return { status, page: '', files: [] };
    return { status, page: readFileSync(join(to, 'index.html'), 'utf8'), files: readdirSync(join(to, 'i18n')).sort() };
  }

  it('is a language more of the site, with its words by the ids of the messages', () => {
    copyFileSync(join(LANGUAGES, 'de.json'), join(folder, 'de.json'));
    writeFileSync(join(folder, 'pl.json'), JSON.stringify({ 'Give back': 'Oddaj' }));
    const built = build(join(__dirname, 'src/index.html'));
    expect(built.files).toEqual([expect.stringMatching(/^de-\w{8}\.json$/), expect.stringMatching(/^pl-\w{8}\.json$/)]);
    const [german = '', polish = ''] = built.files;
    expect(built.page).toContain(`<meta name="languages" content="${german.slice(0, 11)} ${polish.slice(0, 11)}" />`);
    expect(readWords(join(folder, 'built/i18n', polish))).toEqual({ [idOf('Give back')]: 'Oddaj' });
  });

  it('has another name when its words are others, so that browsers may keep it', () => {
    const named = (words: object): string | undefined => {
      writeFileSync(join(folder, 'pl.json'), JSON.stringify(words));
      return build(join(__dirname, 'src/index.html')).files[0];
    };
    const before = named({ 'Give back': 'Oddaj' });
    expect(named({ 'Give back': 'Zwróć' })).not.toBe(before);
    expect(named({ 'Give back': 'Oddaj' })).toBe(before);
  });

  it('is refused when the page has no place for the list', () => {
    writeFileSync(join(folder, 'page.html'), '<html></html>');
    expect(build(join(folder, 'page.html')).status).toBe(1);
  });
});
