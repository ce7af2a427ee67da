import { LayoutRequest, ShowPrices, WHOLE } from '@modex/domain';

/** An example show: what is on, where its seats are, what they cost, and how many of them are sold. */
export interface DemoShow {
  readonly title: string;
  readonly venue: string;
  readonly description: string;
  /** Days from today. */
  readonly inDays: number;
  /** Hour of the evening at the venue. */
  readonly hour: number;
  /** Straight rows, or the drawn theatre. */
  readonly seats: Required<Pick<LayoutRequest, 'rows' | 'seatsPerRow'>> | 'theatre';
  /** Absent: it is free of charge. */
  readonly prices?: ShowPrices;
  /** Share of the seats that is sold, 0 to 1. */
  readonly sold: number;
}

/** The categories of the drawn theatre. */
export const THEATRE_CATEGORIES = { stalls: 'standard', circle: 'circle' } as const;

const THEATRE_PRICES: ShowPrices = {
  currency: 'EUR',
  categories: [
    { category: THEATRE_CATEGORIES.stalls, amount: 4_500 },
    { category: THEATRE_CATEGORIES.circle, amount: 2_800 },
  ],
  ticketTypes: [
    { key: 'adult', name: 'Adult', percent: WHOLE, prices: [], proof: false },
    { key: 'reduced', name: 'Reduced', percent: 6_000, prices: [], proof: true },
  ],
  fees: [],
  tax: null,
};

/** Shows of different sizes, from almost empty to almost sold out. */
export const DEMO_SHOWS: readonly DemoShow[] = [
  {
    title: 'The Moon over Theatre Street',
    venue: 'Great Hall',
    description: 'A comedy in three acts about a lighthouse keeper, a lost parrot and the longest night of the year.',
    inDays: 9,
    hour: 19,
    seats: { rows: 12, seatsPerRow: 18 },
    sold: 0.35,
  },
  {
    title: 'Night Trains',
    venue: 'Studio',
    description: 'Six strangers, one sleeping car, and a brass quartet that will not be quiet.',
    inDays: 16,
    hour: 20,
    seats: { rows: 8, seatsPerRow: 12 },
    sold: 0.7,
  },
  {
    title: 'The Glass Slipper',
    venue: 'Old Playhouse',
    description: 'A fairy tale with a live orchestra, in a theatre with curved rows, a stalls and a circle.',
    inDays: 12,
    hour: 19,
    seats: 'theatre',
    prices: THEATRE_PRICES,
    sold: 0.3,
  },
  {
    title: 'Winter Symphony',
    venue: 'Philharmonic Hall',
    description: 'The city orchestra plays Sibelius, Price and a first performance.',
    inDays: 23,
    hour: 19,
    seats: { rows: 40, seatsPerRow: 50 },
    sold: 0.05,
  },
  {
    title: 'Kitchen Table Cabaret',
    venue: 'Cellar',
    description: 'Songs, soup and an unreasonable amount of tap dancing.',
    inDays: 30,
    hour: 21,
    seats: { rows: 5, seatsPerRow: 8 },
    sold: 0.5,
  },
];
