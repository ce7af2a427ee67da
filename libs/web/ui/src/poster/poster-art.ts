/** Colours of a poster: deep ground, its lit side, two lights on it. All grounds are dark enough for light text. */
export interface PosterInk {
  readonly deep: string;
  readonly lit: string;
  readonly accent: string;
  readonly pale: string;
}

export const POSTER_MOTIFS = ['spotlights', 'rays', 'curtain', 'arches', 'moon', 'confetti'] as const;
export type PosterMotif = (typeof POSTER_MOTIFS)[number];

/** One outline of a poster, with its colour and how much of it shows (0 to 1). */
export interface PosterShape {
  readonly path: string;
  readonly fill: string;
  readonly opacity: number;
}

/** What a poster shows, in a frame 400 wide and 500 high. */
export interface PosterArt {
  readonly ink: PosterInk;
  readonly motif: PosterMotif;
  readonly shapes: readonly PosterShape[];
}

const INKS: readonly PosterInk[] = [
  { deep: '#3d0718', lit: '#a01d42', accent: '#f2b84b', pale: '#ffe9c7' },
  { deep: '#0e1238', lit: '#3d3fa8', accent: '#f4845f', pale: '#ffe3d3' },
  { deep: '#042b30', lit: '#0f766e', accent: '#f4c95d', pale: '#e6f7ee' },
  { deep: '#260b3a', lit: '#7b2d8e', accent: '#ff9e7a', pale: '#fbe6ff' },
  { deep: '#401204', lit: '#bb4a1c', accent: '#ffc857', pale: '#fff0d2' },
  { deep: '#0c2818', lit: '#2c7a48', accent: '#f6d365', pale: '#eaf8e3' },
  { deep: '#10202f', lit: '#2b5f8a', accent: '#f7b267', pale: '#e9f3fb' },
];

/** The poster of a title: the same title always gives the same picture. */
export function posterOf(title: string): PosterArt {
  const chance = chances(title);
  const ink = pick(INKS, chance());
  const motif = pick(POSTER_MOTIFS, chance());
  return { ink, motif, shapes: DRAWINGS[motif](ink, chance) };
}

type Chance = () => number;
type Drawing = (ink: PosterInk, chance: Chance) => readonly PosterShape[];

const DRAWINGS: Readonly<Record<PosterMotif, Drawing>> = { spotlights, rays, curtain, arches, moon, confetti };

function spotlights(ink: PosterInk, chance: Chance): PosterShape[] {
  const [left, right] = [60 + chance() * 70, 270 + chance() * 70];
  const floor = 300 + chance() * 40;
  return [
    { path: `M${left} -20 L${right - 120} ${floor} H${right + 50} Z`, fill: ink.pale, opacity: 0.22 },
    { path: `M${right} -20 L${left - 50} ${floor} H${left + 150} Z`, fill: ink.accent, opacity: 0.42 },
    { path: ellipse(200, floor, 190, 34), fill: ink.accent, opacity: 0.55 },
    { path: ellipse(200, floor - 4, 110, 18), fill: ink.pale, opacity: 0.85 },
  ];
}

function rays(ink: PosterInk, chance: Chance): PosterShape[] {
  const [x, y, count] = [120 + chance() * 160, 250 + chance() * 60, 14];
  const turn = chance();
  const beams = Array.from({ length: count }, (_, index) => {
    const from = ((index + turn) / count) * Math.PI * 2;
    return `M${x} ${y}L${at(x, y, 620, from)}L${at(x, y, 620, from + Math.PI / count)}Z`;
  });
  return [
    { path: beams.join(''), fill: ink.accent, opacity: 0.34 },
    { path: ellipse(x, y, 92, 92), fill: ink.accent, opacity: 1 },
    { path: ellipse(x, y, 64, 64), fill: ink.pale, opacity: 0.9 },
  ];
}

function curtain(ink: PosterInk, chance: Chance): PosterShape[] {
  const folds = 5 + Math.floor(chance() * 3);
  const wide = 200 / folds;
  const hang = (from: number, side: number): string =>
    Array.from({ length: folds }, (_, fold) => {
      const x = from + side * fold * wide;
      const drop = 430 - fold * (270 / folds);
      return `M${x} -10H${x + side * wide * 0.62}C${x + side * wide * 0.8} ${drop * 0.5} ${x + side * wide * 0.2} ${drop * 0.7} ${x} ${drop}Z`;
    }).join('');
  return [
    { path: ellipse(200, 330, 150, 120), fill: ink.accent, opacity: 0.75 },
    { path: ellipse(200, 350, 90, 70), fill: ink.pale, opacity: 0.85 },
    { path: hang(-10, 1) + hang(410, -1), fill: ink.lit, opacity: 1 },
    { path: 'M-10 -10H410V26C300 60 100 60 -10 26Z', fill: ink.accent, opacity: 0.9 },
  ];
}

function arches(ink: PosterInk, chance: Chance): PosterShape[] {
  const middle = 140 + chance() * 120;
  return [0, 1, 2, 3, 4].map((ring) => {
    const half = 190 - ring * 38;
    const top = 60 + ring * 46;
    return {
      path: `M${middle - half} 520V${top + half}A${half} ${half} 0 0 1 ${middle + half} ${top + half}V520Z`,
      fill: ring % 2 ? ink.deep : ring === 4 ? ink.pale : ink.accent,
      opacity: ring % 2 ? 0.86 : 0.5 + ring * 0.12,
    };
  });
}

function moon(ink: PosterInk, chance: Chance): PosterShape[] {
  const [x, y] = [120 + chance() * 160, 130 + chance() * 60];
  const hill = (height: number): string =>
    `M-10 520V${height}C${80 + chance() * 60} ${height - 90} ${200 + chance() * 60} ${height + 60} 410 ${height - 50}V520Z`;
  const stars = Array.from({ length: 26 }, () => star(chance() * 400, chance() * 280, 1 + chance() * 2.2));
  return [
    { path: stars.join(''), fill: ink.pale, opacity: 0.8 },
    { path: ellipse(x, y, 118, 118), fill: ink.accent, opacity: 0.22 },
    { path: ellipse(x, y, 84, 84), fill: ink.pale, opacity: 0.95 },
    { path: hill(330), fill: ink.lit, opacity: 0.9 },
    { path: hill(390), fill: ink.deep, opacity: 0.85 },
  ];
}

function confetti(ink: PosterInk, chance: Chance): PosterShape[] {
  const strip = (fill: string, opacity: number): PosterShape => ({
    fill,
    opacity,
    path: Array.from({ length: 22 }, () => {
      const [x, y, long, angle] = [chance() * 400, chance() * 380, 10 + chance() * 26, chance() * Math.PI];
      return `M${at(x, y, long, angle)}L${at(x, y, 6, angle + 1.3)}L${at(x, y, long, angle + Math.PI)}L${at(x, y, 6, angle + 4.4)}Z`;
    }).join(''),
  });
  return [
    { path: ellipse(200, 180, 230, 170), fill: ink.lit, opacity: 0.9 },
    strip(ink.accent, 0.95),
    strip(ink.pale, 0.75),
  ];
}

function star(x: number, y: number, radius: number): string {
  return ellipse(x, y, radius, radius);
}

function ellipse(x: number, y: number, rx: number, ry: number): string {
  return `M${r(x - rx)} ${r(y)}a${r(rx)} ${r(ry)} 0 1 0 ${r(2 * rx)} 0a${r(rx)} ${r(ry)} 0 1 0 ${r(-2 * rx)} 0Z`;
}

function at(x: number, y: number, distance: number, angle: number): string {
  return `${r(x + Math.cos(angle) * distance)} ${r(y + Math.sin(angle) * distance)}`;
}

function r(value: number): number {
  return Math.round(value * 10) / 10;
}

function pick<T>(from: readonly T[], chance: number): T {
  const found = from[Math.floor(chance * from.length)] ?? from[0];
  if (found === undefined) throw new RangeError('Nothing to pick from.');
  return found;
}

/** Numbers from 0 up to 1 that follow from the text alone: FNV-1a as the seed, then mulberry32. */
function chances(text: string): Chance {
  let state = [...text].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619), 2166136261);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
