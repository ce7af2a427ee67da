import { runText } from './console';
import type { CaseResult, Latencies, OpenLoopResult, PairedResult, Results } from './results';
import { type Bar, barChart, escaped, ratioChart } from './svg';
import type { Row } from './table';
import { circumstancesOf, comparisonName, figure, tablesOf, titleOf } from './words';

const STYLE = `
:root { color-scheme: light dark; --server: #3b6fb6; --database: #a9c3e6; --slow: #d9a441; --slowest: #b5533c; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h2 { margin-top: 2.5rem; font-size: 1.15rem; }
svg { width: 100%; max-width: 900px; height: auto; display: block; margin: .75rem 0; }
svg text { font-size: 13px; fill: currentColor; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .85rem; margin: .75rem 0; }
th, td { padding: .15rem .7rem; text-align: right; border-bottom: 1px solid #8884; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
.scroll { overflow-x: auto; }
.server, .p50 { fill: var(--server); } .database { fill: var(--database); }
.p95 { fill: var(--slow); } .p99 { fill: var(--slowest); }
.one { stroke: currentColor; stroke-dasharray: 3 3; opacity: .6; }
.range { stroke: var(--database); stroke-width: 8; stroke-linecap: round; } .point { fill: var(--server); }
`;

/** One page with all charts and tables, which needs no other file and no script. */
export function pageOf(results: Results): string {
  const title = `Modex bench, ${results.startedAt}`;
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title><style>${STYLE}</style></head><body>`,
    `<h1>${escaped(title)}</h1><p>${escaped(runText(results))}. A ratio of two servers that are the same shows the noise.</p>`,
    ...results.cases.map(caseHtml),
    '</body></html>\n',
  ].join('\n');
}

function caseHtml(result: CaseResult): string {
  const heading = `<h2>${escaped(titleOf(result))}</h2><p>${escaped(circumstancesOf(result))}</p>`;
  return [heading, ...chartsOf(result), ...tablesOf(result).map(tableHtml)].join('\n');
}

function chartsOf(result: CaseResult): string[] {
  switch (result.kind) {
    case 'paired':
      return [cpuChart(result), ratiosChart(result)];
    case 'open loop':
      return [...new Set(result.latencies.map(({ request }) => request))].map((request) =>
        latencyChart(result, request),
      );
    case 'figures':
      return [];
  }
}

function cpuChart({ title, sides, unit }: PairedResult): string {
  const bars = sides.map(({ name, serverCpu, databaseCpu }): Bar => {
    const [server, database] = [serverCpu.mean, databaseCpu?.mean ?? 0];
    const segments = [
      { value: server, look: 'server' },
      { value: database, look: 'database' },
    ];
    return {
      name,
      segments,
      words: databaseCpu === null ? `${figure(server)} µs` : `${figure(server)} + ${figure(database)} µs`,
    };
  });
  const caption = `Processor time a ${unit}: dark the server, light the database`;
  return `<p>${caption}</p>${barChart(`${title}. ${caption}`, bars)}`;
}

function ratiosChart({ title, comparisons }: PairedResult): string {
  const caption = 'Processor time of the server, as a ratio: the median of all pairs and their middle half';
  const spans = comparisons.map((comparison) => {
    const { medianOfPairs: point, middleHalf } = comparison.cpu;
    return {
      name: comparisonName(comparison),
      low: middleHalf[0],
      point,
      high: middleHalf[1],
      words: `× ${figure(point)}`,
    };
  });
  return `<p>${caption}</p>${ratioChart(`${title}. ${caption}`, spans)}`;
}

function latencyChart({ title, latencies }: OpenLoopResult, request: string): string {
  const bars = latencies.filter((row) => row.request === request).flatMap(latencyBars);
  return `<p>${escaped(request)}, milliseconds</p>${barChart(`${title}: ${request}, milliseconds`, bars)}`;
}

function latencyBars(row: Latencies): Bar[] {
  return (['p50', 'p95', 'p99'] as const).map((look) => ({
    name: `${row.side}, ${look}`,
    segments: [{ value: row[look], look }],
    words: `${figure(row[look])} ms`,
  }));
}

function tableHtml([head = [], ...rows]: readonly Row[]): string {
  const line = (row: Row, tag: 'th' | 'td'): string =>
    `<tr>${row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  const body = rows.map((row) => line(row, 'td')).join('');
  return `<div class="scroll"><table><thead>${line(head, 'th')}</thead><tbody>${body}</tbody></table></div>`;
}
