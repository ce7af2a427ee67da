import { Mutant } from './mutant';

const BEST = 'libs/api/bookings/src/holds/best-hold.service.ts';
const HOLDING = 'libs/api/bookings/src/holds/hold.service.ts';

/** Bugs in how the best available seats are held. */
export const BEST_MUTANTS: readonly Mutant[] = [
  {
    name: 'best-keeps-intent',
    bug: 'the seats of the next group are locked under the intent of the group before, which does not name them',
    edits: [
      {
        file: HOLDING,
        replace: 'const taken = await this.intake.open(intent, show.limitPerCustomer);',
        by: `this.first ??= new Map();
    const first = this.first.get(intent.userId);
    const taken = first
      ? { ...first, booking: { ...first.booking, seats: intent.seats } }
      : await this.intake.open(intent, show.limitPerCustomer);
    this.first.set(intent.userId, taken);`,
      },
    ],
    scenarios: ['best-collide'],
  },
  {
    name: 'best-refuses-unread',
    bug: 'a party is refused by a board that may be out of date',
    edits: [
      { file: BEST, replace: 'await this.boards.readAnew(party.show)', by: 'await this.boards.read(party.show)' },
    ],
    scenarios: ['best-return'],
  },
  {
    name: 'best-tries-once',
    bug: 'a seat that is lost on the way is a refusal, though other groups are free',
    edits: [{ file: BEST, replace: "if (cause.code === 'seat-taken') return undefined;", by: '' }],
    scenarios: ['best-collide'],
  },
  {
    name: 'best-refuses-holder',
    bug: 'who asks again for the seats that are already held is refused, since they are not free',
    edits: [
      {
        file: BEST,
        replace: 'await this.openBookings.giveWay(intent)',
        by: 'undefined',
      },
    ],
    scenarios: ['best-again'],
  },
];
