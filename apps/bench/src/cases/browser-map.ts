import { type Browser, chromium } from '@playwright/test';
import { setTimeout as pause } from 'node:timers/promises';
import { quantile } from '../measure/statistics';
import type { Figure, FiguresResult } from '../report/results';
import { emptyShows, putOnShows, type Show } from '../servers/shows';
import { framesBetween, type FrameWork } from './browser/frames';
import { Phone, type Point } from './browser/phone';
import { Picture } from './browser/picture';
import type { Case } from './case';

/** How large the shows are, as their rows of so many seats. */
const SIZES = [
  { seatsEach: 2_000, seatsPerRow: 50 },
  { seatsEach: 10_000, seatsPerRow: 100 },
  { seatsEach: 20_000, seatsPerRow: 200 },
  { seatsEach: 100_000, seatsPerRow: 400 },
] as const;
/** After the page came, and between two gestures: until all is quiet, in milliseconds. */
const QUIET_MS = 1_500;
const BETWEEN_MS = 500;
/** Where seats are tapped, from the middle of the map: in the middle, and its neighbours as large as a tap makes them. */
const TAPS: readonly Point[] = [
  { x: 0, y: 0 },
  { x: 44, y: 0 },
  { x: -44, y: 0 },
  { x: 88, y: 0 },
];
/** How the plan is moved, in pixels. */
const SWIPES: readonly Point[] = [
  { x: -240, y: 0 },
  { x: -200, y: 90 },
  { x: 0, y: -240 },
  { x: 200, y: -160 },
  { x: -160, y: 160 },
  { x: 120, y: 220 },
];

/** A page that is measured: of a show, or, without one, the page that does the least. */
interface Place {
  readonly name: string;
  readonly show?: Show | undefined;
}

/** What one visit to a page measured, in milliseconds. */
interface Visit {
  readonly place: string;
  readonly firstSeat: number;
  readonly firstTap: number;
  readonly laterTap: number;
  readonly panning: readonly FrameWork[];
  readonly zooming: readonly FrameWork[];
}

/** The map of a show on a phone of some years ago, in a real browser; beside it a page that does the least. */
export const browserMap: Case = {
  name: 'browser-map',
  title: 'The seat map on a phone that is four times slower, 360 px wide',
  isLong: true,
  run: async (bench, { rounds, begin, say }): Promise<FiguresResult> => {
    const { address, db } = await bench.server('modex');
    const places: Place[] = [{ name: 'a blank page' }];
    for (const size of SIZES) {
      const [show] = await putOnShows(bench, { ...size, shows: 1, owners: ['modex'] });
      places.push({ name: `${size.seatsEach.toLocaleString('en-US')} seats`, show });
    }
    begin?.();
    const visits: Visit[] = [];
    await inBrowser(async (browser) => {
      for (let round = 1; round <= rounds; round++) {
        for (const place of places) {
          say(`round ${round}, ${place.name}`);
          if (place.show) await emptyShows(db, [place.show]);
          visits.push({ place: place.name, ...(await visit(browser, address, place.show)) });
        }
      }
    });
    return {
      ...{ kind: 'figures', name: browserMap.name, title: browserMap.title, database: bench.database.kind },
      figures: places.flatMap(({ name }) =>
        figuresOf(
          name,
          visits.filter(({ place }) => place === name),
        ),
      ),
    };
  },
};

async function inBrowser(work: (browser: Browser) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  try {
    await work(browser);
  } finally {
    await browser.close();
  }
}

async function visit(browser: Browser, address: string, show: Show | undefined): Promise<Omit<Visit, 'place'>> {
  const phone = await Phone.take(browser);
  try {
    const picture = await (show === undefined
      ? Picture.openBlank(phone.page, address)
      : Picture.openShow(phone.page, `${address}/shows/${show.id}`));
    const firstSeat = await picture.firstSeatMs();
    await pause(QUIET_MS);
    await picture.bringUp();
    const middle = await picture.middle();
    const taps = await tapSeats(phone, picture, middle);
    return { firstSeat, ...taps, ...(await moveAbout(phone, picture, middle)) };
  } finally {
    await phone.close();
  }
}

/** Zooms in by a first tap, and chooses some seats. */
async function tapSeats(phone: Phone, picture: Picture, middle: Point): Promise<Pick<Visit, 'firstTap' | 'laterTap'>> {
  await phone.tap(middle);
  const times: number[] = [];
  for (const { x, y } of TAPS) {
    await pause(QUIET_MS);
    times.push(await picture.tapMs({ x: middle.x + x, y: middle.y + y }, (at) => phone.tap(at)));
  }
  const [firstTap = NaN, ...later] = times;
  return { firstTap, laterTap: quantile(later, 0.5) };
}

async function moveAbout(phone: Phone, picture: Picture, middle: Point): Promise<Pick<Visit, 'panning' | 'zooming'>> {
  const events = await phone.trace(async () => {
    await picture.mark('panning');
    for (const by of SWIPES) {
      await phone.swipe({ x: middle.x - by.x / 2, y: middle.y - by.y / 2 }, by);
      await pause(BETWEEN_MS);
    }
    await picture.mark('zooming');
    for (const [from, to] of [
      [280, 60],
      [280, 60],
      [50, 300],
      [60, 300],
    ] as const) {
      await phone.pinch(middle, from, to);
      await pause(BETWEEN_MS);
    }
    await picture.mark('done');
  });
  return {
    panning: framesBetween(events, 'panning', 'zooming'),
    zooming: framesBetween(events, 'zooming', 'done'),
  };
}

function figuresOf(place: string, visits: readonly Visit[]): Figure[] {
  const median = (what: string, value: (visit: Visit) => number): Figure => ({
    what: `${place}: ${what}`,
    value: quantile(visits.map(value), 0.5),
    unit: 'ms',
  });
  const frames = (what: 'panning' | 'zooming', part: keyof FrameWork, share: number) => (each: Visit) =>
    quantile(
      each[what].map((frame) => frame[part]),
      share,
    );
  return [
    median('first seat on the screen', ({ firstSeat }) => firstSeat),
    median('first tap to its colour', ({ firstTap }) => firstTap),
    median('later tap to its colour', ({ laterTap }) => laterTap),
    ...(['panning', 'zooming'] as const).flatMap((what) => [
      median(`${what}, work of a frame, p50`, frames(what, 'work', 0.5)),
      median(`${what}, work of a frame, p95`, frames(what, 'work', 0.95)),
      median(`${what}, commit of a frame, p95`, frames(what, 'commit', 0.95)),
    ]),
  ];
}
