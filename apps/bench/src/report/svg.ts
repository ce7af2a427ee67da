/** Part of a bar. */
export interface Segment {
  readonly value: number;
  /** Its class, which the page gives a colour. */
  readonly look: string;
}

/** A bar with its name to the left and words to the right. */
export interface Bar {
  readonly name: string;
  readonly segments: readonly Segment[];
  readonly words: string;
}

/** A range with a point in it. */
export interface Span {
  readonly name: string;
  readonly low: number;
  readonly point: number;
  readonly high: number;
  readonly words: string;
}

const [WIDTH, NAME_WIDTH, WORDS_WIDTH, LINE] = [900, 330, 130, 26] as const;
const PLOT = WIDTH - NAME_WIDTH - WORDS_WIDTH;

/** Text as HTML and SVG show it. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Bars below each other on one scale from 0. @param label what the chart shows, for those who do not see it */
export function barChart(label: string, bars: readonly Bar[]): string {
  const most = Math.max(...bars.map(({ segments }) => segments.reduce((total, { value }) => total + value, 0)));
  const scale = (value: number): number => (value / most) * PLOT;
  const lines = bars.map(({ name, segments, words }, at) => {
    let left = NAME_WIDTH;
    const parts = segments.map(({ value, look }) => {
      const part = `<rect class="${look}" x="${px(left)}" y="${at * LINE + 5}" width="${px(scale(value))}" height="16"/>`;
      left += scale(value);
      return part;
    });
    return nameAt(name, at) + parts.join('') + wordsAt(words, left, at);
  });
  return svg(label, lines);
}

/** Ratios on a scale on which twice and half are as far from 1. */
export function ratioChart(label: string, spans: readonly Span[]): string {
  const values = spans.flatMap(({ low, point, high }) => [low, point, high]);
  const [least, most] = [Math.log(Math.min(0.5, ...values)), Math.log(Math.max(2, ...values))];
  const place = (value: number): number => NAME_WIDTH + ((Math.log(value) - least) / (most - least)) * PLOT;
  const one = `<line class="one" x1="${px(place(1))}" x2="${px(place(1))}" y1="0" y2="${spans.length * LINE}"/>`;
  const lines = spans.map(({ name, low, point, high, words }, at) => {
    const y = at * LINE + 13;
    const range = `<line class="range" x1="${px(place(low))}" x2="${px(place(high))}" y1="${y}" y2="${y}"/>`;
    const dot = `<circle class="point" cx="${px(place(point))}" cy="${y}" r="5"/>`;
    return nameAt(name, at) + range + dot + wordsAt(words, Math.max(place(high), place(point) + 5), at);
  });
  return svg(label, [one, ...lines], spans.length);
}

function svg(label: string, parts: readonly string[], lines = parts.length): string {
  const box = `viewBox="0 0 ${WIDTH} ${lines * LINE}"`;
  return `<svg ${box} role="img" aria-label="${escaped(label)}">${parts.join('')}</svg>`;
}

function nameAt(name: string, line: number): string {
  return `<text x="${NAME_WIDTH - 8}" y="${line * LINE + 18}" text-anchor="end">${escaped(name)}</text>`;
}

function wordsAt(words: string, x: number, line: number): string {
  return `<text x="${px(x + 6)}" y="${line * LINE + 18}">${escaped(words)}</text>`;
}

function px(value: number): string {
  return value.toFixed(1);
}
