import { RACES, type RaceResult } from './index';

const numberOf = (name: string, fallback: number): number => Number(process.env[name] ?? fallback);
/** Figures of the environment make the races longer: RACE_ROUNDS, RACE_CLIENTS, RACE_SEATS. */
const rounds = numberOf('RACE_ROUNDS', 200);
const clients = numberOf('RACE_CLIENTS', 200);
const seats = numberOf('RACE_SEATS', 800);

const print = (result: RaceResult): RaceResult => {
  process.stdout.write(`${JSON.stringify(result)}\n`);
  return result;
};

describe('buyers who collide', () => {
  const instances = 2;

  it.each([1, 2])(
    `one of ${clients} gets the seat, the others are told that it is taken: %d process(es)`,
    async (instances) => {
      const result = print(await RACES['one-seat']({ instances }, { rounds: 2, clients }));
      expect(result).toMatchObject({ violations: [], others: {}, won: 2, refusals: 2 * (clients - 1) });
    },
  );

  it('one of two gets the same seats asked for in opposite order', async () => {
    const result = print(await RACES['crossed-pairs']({ instances }, { rounds }));
    expect(result).toMatchObject({ violations: [], others: {}, won: rounds, refusals: rounds });
  });

  it(`one of ${clients} who want four of seven seats gets them, the others are told what is taken`, async () => {
    const result = print(await RACES['overlapping-fours']({ instances }, { rounds: 2, clients }));
    expect(result).toMatchObject({ violations: [], others: {}, won: 2, refusals: 2 * (clients - 1) });
  });

  it('have no more seats than one customer may, however many one of them fires at once', async () => {
    const result = print(await RACES.hoard({ instances }, { rounds: 2, clients: 500 }));
    expect(result).toMatchObject({ violations: [], requests: 1_000, refusals: 0 });
  });

  it('sell the show out, and nobody is refused a free seat', async () => {
    const result = print(await RACES['sell-out']({ instances }, { seats, clients: 160 }));
    expect(result).toMatchObject({ violations: [], others: {} });
  });
});

describe('staff who block the seats that a customer books', () => {
  it('never have a seat that the customer has, and have all of them or none', async () => {
    const result = print(await RACES.blocks({ instances: 2 }, { rounds }));
    expect(result).toMatchObject({ violations: [], others: {}, requests: rounds });
  });

  it('take sold seats from customers when a block does not ask', async () => {
    const result = print(await RACES.blocks({ instances: 2, control: 'block-without-status' }, { rounds: 20 }));
    expect(result.violations).toContainEqual(expect.stringContaining('rule 1'));
  });
});

describe('a show that switches to another version of its plan while its seats are booked', () => {
  it('sells no seat that vanishes, and none under a name that it no longer has', async () => {
    const result = print(await RACES['plan-switches']({ instances: 2 }, { rounds: 40 }));
    expect(result).toMatchObject({ violations: [], others: {}, rounds: 40 });
  });

  it('sells seats under the names of others when a lock does not ask for the version', async () => {
    const result = print(await RACES['plan-switches']({ instances: 2, control: 'lock-by-old-name' }, { rounds: 9 }));
    expect(result.violations).toContainEqual(expect.stringContaining('was sold as'));
  });
});

describe('tickets that are shown at five doors of two servers at once', () => {
  it('let one in each, and nobody with a seat that was given back', async () => {
    const result = print(await RACES['door-rush']({ instances: 2 }, { seats: 100 }));
    expect(result).toMatchObject({ violations: [], others: {}, won: 25 });
  });

  it('let several in when a door does not ask what others wrote meanwhile', async () => {
    const result = print(await RACES['door-rush']({ instances: 2, control: 'enter-blindly' }, { seats: 20 }));
    expect(result.violations).toContainEqual(expect.stringContaining('doors let somebody in'));
  });
});

describe('parties who ask for the best available seats', () => {
  it('sell the show out, and nobody is refused while there are seats for the party', async () => {
    const result = print(await RACES['best-available']({ instances: 2 }, { seats, clients: 160 }));
    expect(result).toMatchObject({ violations: [] });
    expect(Object.keys(result.others)).toEqual(['not-enough-seats']);
  });

  it('are refused falsely when nobody asks the database anew', async () => {
    const arena = { instances: 2, control: 'deaf-boards' };
    const result = print(await RACES['best-available'](arena, { seats: 40, clients: 1, rounds: 5 }));
    expect(result.violations).toContainEqual(expect.stringContaining('would have fitted'));
  });
});

describe('a hold that is confirmed at the instant of its end', () => {
  const ends = numberOf('RACE_ROUNDS', 40);

  it('is booked with all its seats, or over with all of them free', async () => {
    const result = print(await RACES['confirm-end']({ instances: 2 }, { rounds: ends }));
    expect(result).toMatchObject({ violations: [], requests: ends });
  });

  it('is booked after its end when the confirm does not ask', async () => {
    const result = print(await RACES['confirm-end']({ control: 'confirm-held-after-end' }, { rounds: 20 }));
    expect(result.violations).toContainEqual(expect.stringContaining('rule 7'));
  });
});

describe('an admin who audits the show again and again while it is sold out', () => {
  it('reads no violation in any report', async () => {
    // Fewer bookers than elsewhere, so that several audits take place during one sale.
    const result = print(await RACES['audited-sale']({ instances: 2 }, { seats: 2 * seats, clients: 16 }));
    expect(result).toMatchObject({ violations: [], others: {} });
    expect(result.audits).toBeGreaterThan(0);
  });
});

describe('the races see what they look for: with a guard removed', () => {
  it('a seat is sold more than once when its status is not asked', async () => {
    const result = print(await RACES['one-seat']({ control: 'lock-without-status' }, { rounds: 1, clients: 20 }));
    expect(result.won).toBeGreaterThan(1);
    expect(result.violations).toContainEqual(expect.stringContaining('rule 2'));
  });

  it('both buyers lose when seats are not locked in order', async () => {
    const result = print(await RACES['crossed-pairs']({ control: 'lock-unsorted' }, { rounds: 100 }));
    expect(result.violations).toContainEqual(expect.stringContaining('0 of two buyers'));
  });

  it('overlapping seats are sold more than once when their status is not asked', async () => {
    const figures = { rounds: 1, clients: 20 };
    const result = print(await RACES['overlapping-fours']({ control: 'lock-without-status' }, figures));
    expect(result.won).toBeGreaterThan(1);
    expect(result.violations).toContainEqual(expect.stringContaining('rule 2'));
  });

  it('all buyers of overlapping seats lose when seats are not locked in order', async () => {
    const figures = { rounds: 20, clients: 4 };
    const result = print(await RACES['overlapping-fours']({ control: 'lock-unsorted' }, figures));
    expect(result.violations).toContainEqual(expect.stringContaining(': 0 buyers won'));
  });

  it('one customer has more than he may when what he has is not counted', async () => {
    const result = print(await RACES.hoard({ control: 'no-count' }, { rounds: 1, clients: 40 }));
    expect(result.violations).toContainEqual(expect.stringContaining('rule 9'));
  });

  it('free seats are refused when a booking that failed gives nothing back', async () => {
    const result = print(await RACES['sell-out']({ control: 'no-release' }, { seats: 60, clients: 40 }));
    expect(result.violations).toContainEqual(expect.stringContaining('was refused though it was free'));
    expect(result.violations).toContainEqual(expect.stringContaining('rule 3'));
  });

  it('the audit sees that seats are sold more than once', async () => {
    const figures = { seats: 100, clients: 60 };
    const result = print(await RACES['audited-sale']({ control: 'lock-without-status' }, figures));
    expect(result.violations).toContainEqual(expect.stringMatching(/^audit afterwards: .*double-owner/));
  });
});
