import type { CaseResult, Comparison, CpuPerRequest, Figure, OpenLoopResult, Outcomes, PairedResult } from './results';
import type { Row } from './table';

/** A number with two or three figures that say something. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** What came out at all, and how often. */
export function outcomesInWords(outcomes: Outcomes): string {
  return Object.entries(outcomes)
    .filter(([, times]) => times > 0)
    .map(([outcome, times]) => `${times.toLocaleString('en-US')} × ${outcome}`)
    .join(', ');
}

export function titleOf({ name, title, database }: CaseResult): string {
  return `${name}: ${title} (${database})`;
}

/** Under which circumstances a case was measured; empty where there is nothing to say. */
export function circumstancesOf(result: CaseResult): string {
  switch (result.kind) {
    case 'paired':
      return `${result.load}, ${result.rounds} rounds in random order`;
    case 'open loop':
      return result.isVoid ? `${result.arrivals}. VOID: the load generator itself was late` : result.arrivals;
    case 'figures':
      return '';
  }
}

export function comparisonName({ of, to, isNoise }: Comparison): string {
  return isNoise ? `${of} / ${to} (the same: noise)` : `${of} / ${to}`;
}

/** The tables of a case, each with its head. */
export function tablesOf(result: CaseResult): readonly (readonly Row[])[] {
  switch (result.kind) {
    case 'paired':
      return [sidesTable(result), ratiosTable(result), ...figuresTables(result.figures)];
    case 'open loop':
      return [latencyTable(result), ...figuresTables(result.figures)];
    case 'figures':
      return figuresTables(result.figures);
  }
}

function figuresTables(figures: readonly Figure[] = []): (readonly Row[])[] {
  if (figures.length === 0) return [];
  return [[['', 'figure', 'unit'], ...figures.map(({ what, value, unit }) => [what, figure(value), unit])]];
}

function sidesTable({ sides, unit }: PairedResult): Row[] {
  const head = [`µs of processor a ${unit}`, 'server', 'middle half', 'database', 'per second', 'answers'];
  const rows = sides.map(({ name, serverCpu, databaseCpu, requestsPerSecond, outcomes }) => [
    ...[name, figure(serverCpu.mean), middleHalf(serverCpu)],
    ...[databaseCpu === null ? '–' : figure(databaseCpu.mean), figure(requestsPerSecond), outcomesInWords(outcomes)],
  ]);
  return [head, ...rows];
}

function ratiosTable({ comparisons }: PairedResult): Row[] {
  const kinds = ['sums', 'lower quartiles', 'median of pairs', 'middle half', 'time, median'];
  const rows = comparisons.map((comparison) => [comparisonName(comparison), ...ratiosOf(comparison)]);
  return [['server processor, ratio of', ...kinds], ...rows];
}

function latencyTable({ latencies }: OpenLoopResult): Row[] {
  const times = ['p50', 'p95', 'p99', 'max', 'sent late', 'late p99'];
  const rows = latencies.map((row) => [
    ...[row.side, row.request, row.sent.toLocaleString('en-US')],
    ...[row.p50, row.p95, row.p99, row.max].map(figure),
    ...[row.sentLate.toLocaleString('en-US'), figure(row.lateP99), outcomesInWords(row.outcomes)],
  ]);
  return [['ms from the planned time', 'request', 'sent', ...times, 'answers'], ...rows];
}

function ratiosOf({ cpu, time }: Comparison): string[] {
  const [low, high] = cpu.middleHalf;
  return [
    ...[cpu.sums, cpu.lowerQuartiles, cpu.medianOfPairs].map(figure),
    `${figure(low)}–${figure(high)}`,
    figure(time.medianOfPairs),
  ];
}

function middleHalf({ lowerQuartile, upperQuartile }: CpuPerRequest): string {
  return `${figure(lowerQuartile)}–${figure(upperQuartile)}`;
}
