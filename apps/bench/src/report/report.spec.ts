import { caseText } from './console';
import { pageOf } from './page';
import type { FiguresResult, OpenLoopResult, PairedResult, Results } from './results';

const cpu = { sums: 2.5, lowerQuartiles: 2.25, medianOfPairs: 2.4, middleHalf: [2.2, 2.6] } as const;
const side = { requests: 1_440, requestsPerSecond: 321.4, outcomes: { 201: 1_440, 409: 0 } };

const PAIRED: PairedResult = {
  kind: 'paired',
  name: 'book-2',
  title: 'Book 2 seats <quickly>',
  database: 'embedded',
  load: '16 at once',
  unit: 'request',
  rounds: 15,
  sides: [
    {
      ...side,
      name: 'modex',
      serverCpu: { mean: 2_500, lowerQuartile: 2_400, upperQuartile: 2_600 },
      databaseCpu: { mean: 1_500, lowerQuartile: 1_400, upperQuartile: 1_600 },
    },
    { ...side, name: 'floor', serverCpu: { mean: 1_000, lowerQuartile: 990, upperQuartile: 1_010 }, databaseCpu: null },
  ],
  comparisons: [
    { of: 'modex', to: 'floor', isNoise: false, cpu, time: cpu },
    { of: 'floor again', to: 'floor', isNoise: true, cpu: { ...cpu, medianOfPairs: 1.04 }, time: cpu },
  ],
};

const OPEN_LOOP: OpenLoopResult = {
  kind: 'open loop',
  name: 'on-sale',
  title: 'On sale',
  database: 'server',
  arrivals: '60 × book a second',
  isVoid: true,
  latencies: [
    {
      ...{ side: 'modex', request: 'book', sent: 1_043, p50: 8.04, p95: 21, p99: 40, max: 61 },
      ...{ outcomes: { 201: 1_000, 409: 43 }, sentLate: 12, lateP99: 31 },
    },
  ],
};

const FIGURES: FiguresResult = {
  kind: 'figures',
  name: 'engine',
  title: 'The database alone',
  database: 'embedded',
  figures: [{ what: '20 seats, sorted', value: 0.7, unit: 'ms' }],
};

const RESULTS: Results = {
  startedAt: '2026-11-30T05:00:00.000Z',
  endedAt: '2026-11-30T05:10:00.000Z',
  node: '24.21.0',
  cpus: 2,
  load: [3.5, 6.25],
  seed: 7,
  cases: [PAIRED, OPEN_LOOP, FIGURES],
};

describe('the report on the terminal', () => {
  it('has the sides of a case and their ratios in aligned columns', () => {
    expect(caseText(PAIRED)).toBe(
      [
        'book-2: Book 2 seats <quickly> (embedded)',
        '16 at once, 15 rounds in random order',
        'µs of processor a request   server   middle half   database   per second       answers',
        'modex                        2,500   2,400–2,600      1,500          321   1,440 × 201',
        'floor                        1,000     990–1,010          –          321   1,440 × 201',
        'server processor, ratio of              sums   lower quartiles   median of pairs   middle half   time, median',
        'modex / floor                           2.50              2.25              2.40     2.20–2.60           2.40',
        'floor again / floor (the same: noise)   2.50              2.25              1.04     2.20–2.60           2.40',
        '',
      ].join('\n'),
    );
  });

  it('has figures of a case below its ratios', () => {
    const figures = [{ what: 'bytes a viewer', value: 57, unit: 'bytes' }];
    const lines = caseText({ ...PAIRED, figures }).split('\n');
    expect(lines.slice(-3)).toEqual(['                 figure    unit', 'bytes a viewer     57.0   bytes', '']);
  });

  it('says so when the load generator was too slow', () => {
    expect(caseText(OPEN_LOOP)).toContain('60 × book a second. VOID: the load generator itself was late');
    expect(caseText({ ...OPEN_LOOP, isVoid: false })).not.toContain('VOID');
  });
});

describe('the page of the results', () => {
  const page = pageOf(RESULTS);

  it('needs no other file and no script', () => {
    expect(page).not.toMatch(/<script|<link|<img|src=|https?:/);
  });

  it('shows text as text', () => {
    expect(page).not.toContain('<quickly>');
    expect(page).toContain('Book 2 seats &#60;quickly&#62;');
  });

  it('has a bar for each part of each side, as long as it is large', () => {
    const bars = [...page.matchAll(/<rect class="(\w+)" x="([\d.]+)" y="\d+" width="([\d.]+)"/g)].map(
      ([, look, x, width]) => [look, Number(x), Number(width)],
    );
    expect(bars.slice(0, 4)).toEqual([
      ['server', 330, 275],
      ['database', 605, 165],
      ['server', 330, 110],
      ['database', 440, 0],
    ]);
    expect(bars.slice(4).map(([look]) => look)).toEqual(['p50', 'p95', 'p99']);
  });

  it('has every chart in words, and every figure in a table', () => {
    const charts = page.match(/<svg/g) ?? [];
    expect(page.match(/<svg [^>]*role="img" aria-label="[^"]+"/g)).toHaveLength(charts.length);
    for (const cell of ['2,400–2,600', '2.40', '1.04', '8.04', '0.70']) expect(page).toContain(`<td>${cell}</td>`);
  });

  it('tells of the machine', () => {
    expect(page).toContain('Node 24.21.0, 2 processors, load 3.50 before and 6.25 after, seed 7');
  });
});
