import { Outcome } from '../explore/outcome';
import { ProcessSpec, Scenario } from '../explore/scenario';
import { CHANGE_MS, Services } from '../explore/services';
import { sweepSwitches } from '../explore/system';
import { StoredShow, StoreState } from '../model/store-state';
import { DRAWN_PLAN_ID } from '../model/versions';
import { blocker, unblocker } from './blocks';
import { changer, confirmer, holding } from './holders';
import { bookingSweep, buyer, ON_SALE, SHOW_ID, sold, userIdOf } from './show-on-sale';
import { showCanceller } from './shows';

/** The lease of a switch, and the time after it until the sweep gives it up. */
const GIVEN_UP_MS = 36_000;
const CALM = { crashes: 0, stalls: 0, losses: 0, repeats: 0 } as const;
const SWITCHES = { constantShows: false, oneMustWin: false } as const;

/** The show in the first version of its plan: three places, of which the second vanishes and the third gets its name. */
const DRAWN: StoreState = {
  ...ON_SALE,
  shows: {
    [SHOW_ID]: {
      ...(ON_SALE.shows[SHOW_ID] as StoredShow),
      ...{ planId: DRAWN_PLAN_ID, planVersion: 1, totalSeats: 3, seatsPerRow: 3 },
    },
  },
  made: { [SHOW_ID]: [[0, 3]] },
};

/** Takes the show to the second version of its plan. */
function switcher(name: string): ProcessSpec {
  const run = async ({ switching }: Services): Promise<Outcome> => {
    const { id, planVersion } = await switching.switch(SHOW_ID, { planVersion: 2, version: 0, by: userIdOf(name) });
    return { kind: 'switched', showId: id, to: planVersion };
  };
  return { name, run };
}

function switchSweep(name: string): ProcessSpec {
  return { name, run: sweepSwitches };
}

/** The seats of the bookings with which a scenario begins were named by the first version. */
function named(store: StoreState): StoreState {
  return { ...store, lockedIn: Object.fromEntries(Object.keys(store.owners).map((seatId) => [seatId, 1])) };
}

/** A show leaves a version of its plan for a later one while people buy. */
export const SWITCH_SCENARIOS: readonly Scenario[] = [
  {
    ...SWITCHES,
    name: 'switch-vanishing',
    title: 'a show switches its plan while [2], which vanishes, is booked, one crash, and a sweep',
    initial: DRAWN,
    processes: [switcher('X'), buyer('A', [1]), switchSweep('S')],
    mishaps: { ...CALM, crashes: 1, stalls: 1 },
    stallMs: GIVEN_UP_MS,
  },
  {
    ...SWITCHES,
    name: 'switch-renamed',
    title: 'a show switches its plan while [1,3], of which one is renamed, is booked, one answer lost',
    initial: DRAWN,
    processes: [switcher('X'), buyer('A', [0, 2])],
    mishaps: { ...CALM, losses: 1 },
  },
  {
    ...SWITCHES,
    name: 'switch-new-name',
    title: 'a show switches its plan while [3], which is renamed, is booked by two, one write applied twice',
    initial: DRAWN,
    processes: [switcher('X'), buyer('A', [2]), buyer('B', [2])],
    mishaps: { ...CALM, repeats: 1 },
  },
  {
    ...SWITCHES,
    name: 'switch-new',
    title: 'a show switches its plan while [4], which is new, is booked, and the show is cancelled',
    initial: DRAWN,
    processes: [switcher('X'), buyer('A', [3]), showCanceller('C')],
    mishaps: CALM,
  },
  {
    ...SWITCHES,
    name: 'switch-twice',
    title: 'two admins switch the plan of a show at once, a lease passes, and a sweep',
    initial: DRAWN,
    processes: [switcher('X'), switcher('Y'), switchSweep('S')],
    mishaps: { ...CALM, stalls: 1 },
    stallMs: GIVEN_UP_MS,
  },
  {
    ...SWITCHES,
    name: 'switch-answers',
    title: 'a show switches its plan, one write applied twice, one answer lost, a lease passes, and a sweep',
    initial: DRAWN,
    processes: [switcher('X'), switchSweep('S')],
    mishaps: { ...CALM, stalls: 1, losses: 1, repeats: 1 },
    stallMs: GIVEN_UP_MS,
  },
  {
    ...SWITCHES,
    name: 'switch-lost',
    title: 'two admins switch the plan of a show at once while [3] is booked, one answer lost',
    initial: DRAWN,
    processes: [switcher('X'), switcher('Y'), buyer('A', [2])],
    mishaps: { ...CALM, losses: 1 },
  },
  {
    ...SWITCHES,
    name: 'switch-late',
    title: 'a show switches its plan, one crash, and two sweeps, long after and while what it sent arrives',
    initial: DRAWN,
    processes: [switcher('X'), switchSweep('S'), switchSweep('T')],
    mishaps: { ...CALM, crashes: 1, stalls: 2 },
    stallMs: GIVEN_UP_MS,
  },
  {
    ...SWITCHES,
    name: 'switch-again',
    title:
      'a switch that died is given up and another admin begins anew, while what it sent arrives, and [3] is booked',
    initial: DRAWN,
    processes: [switcher('X'), switchSweep('S'), switcher('Y')],
    mishaps: { ...CALM, crashes: 1, stalls: 1 },
    stallMs: GIVEN_UP_MS,
  },
  {
    ...SWITCHES,
    name: 'switch-hold',
    title: 'a hold of [1] becomes [3] and is confirmed while the show switches its plan',
    initial: named(holding(DRAWN, 'H', [0])),
    processes: [switcher('X'), changer('C', 'H', [2]), confirmer('D', 'H', [2])],
    mishaps: CALM,
    stallMs: 2 * CHANGE_MS,
  },
  {
    ...SWITCHES,
    name: 'switch-sold',
    title: 'a show whose [3] is sold switches its plan while [2] is booked, and a sweep',
    initial: named(sold(DRAWN, 'Z', [2])),
    processes: [switcher('X'), buyer('A', [1]), bookingSweep('S')],
    mishaps: { ...CALM, crashes: 1 },
  },
  {
    ...SWITCHES,
    name: 'switch-block',
    title: 'staff block [3] and release [2,3] while the show switches its plan, and [3] is booked',
    initial: DRAWN,
    processes: [switcher('X'), blocker('B', [2]), unblocker('R', [1, 2]), buyer('A', [2])],
    mishaps: CALM,
  },
];
