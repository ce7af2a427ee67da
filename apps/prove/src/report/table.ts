/** Lines of a table with its columns aligned; figures to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? title).length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => align(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

function align(cell: string, width: number): string {
  return /^[\d.,e+]+( s)?$/.test(cell) ? cell.padStart(width) : cell.padEnd(width);
}

/** A count for the eye: 1,234,567, or 1.2e15 where nobody reads digits any more. */
export function count(n: number): string {
  return n < 1e9 ? n.toLocaleString('en-US') : n.toExponential(1);
}

export function secondsOf(seconds: number): string {
  return `${seconds.toFixed(1)} s`;
}
