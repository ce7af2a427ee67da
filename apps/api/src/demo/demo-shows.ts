/** An example show: what is on, how many seats it has, and how many of them are sold. */
export interface DemoShow {
  readonly title: string;
  readonly venue: string;
  readonly description: string;
  /** Days from today. */
  readonly inDays: number;
  /** Hour of the evening at the venue. */
  readonly hour: number;
  readonly rows: number;
  readonly seatsPerRow: number;
  /** Share of the seats that is sold, 0 to 1. */
  readonly sold: number;
}

/** Shows of different sizes, from almost empty to almost sold out. */
export const DEMO_SHOWS: readonly DemoShow[] = [
  {
    title: 'The Moon over Theatre Street',
    venue: 'Great Hall',
    description: 'A comedy in three acts about a lighthouse keeper, a lost parrot and the longest night of the year.',
    inDays: 9,
    hour: 19,
    rows: 12,
    seatsPerRow: 18,
    sold: 0.35,
  },
  {
    title: 'Night Trains',
    venue: 'Studio',
    description: 'Six strangers, one sleeping car, and a brass quartet that will not be quiet.',
    inDays: 16,
    hour: 20,
    rows: 8,
    seatsPerRow: 12,
    sold: 0.7,
  },
  {
    title: 'Winter Symphony',
    venue: 'Philharmonic Hall',
    description: 'The city orchestra plays Sibelius, Price and a first performance.',
    inDays: 23,
    hour: 19,
    rows: 40,
    seatsPerRow: 50,
    sold: 0.05,
  },
  {
    title: 'Kitchen Table Cabaret',
    venue: 'Cellar',
    description: 'Songs, soup and an unreasonable amount of tap dancing.',
    inDays: 30,
    hour: 21,
    rows: 5,
    seatsPerRow: 8,
    sold: 0.5,
  },
];
