import { COMMANDS } from '../model/commands';
import { withoutOwner } from '../model/store-state';
import { Mutant } from './mutant';

const SERVICE = 'libs/api/shows/src/plan-switch/plan-switch.service.ts';
const STEPS = 'libs/api/shows/src/plan-switch/plan-switch-steps.ts';
const SWEEP = 'libs/api/shows/src/plan-switch/plan-switch-sweep.ts';

/** Bugs in how a show leaves a version of its plan for a later one. */
export const SWITCH_MUTANTS: readonly Mutant[] = [
  {
    name: 'switch-of-taken',
    bug: 'a switch sets a seat aside without asking whether it is free',
    commands: {
      'seats.setAside': (state, aside) => COMMANDS['seats.setAside'](withoutOwner(state, aside), aside),
    },
    scenarios: ['switch-vanishing', 'switch-renamed'],
  },
  {
    name: 'switch-unlooked',
    bug: 'a switch does not look whether it has set all seats aside',
    edits: [
      {
        file: STEPS,
        replace:
          'refuse((await this.seats.findOwners(showId, seatIds)).filter(({ blockId }) => blockId !== switchId));',
        by: '',
      },
    ],
    scenarios: ['switch-vanishing', 'switch-renamed'],
  },
  {
    name: 'lock-by-old-name',
    bug: 'a lock does not ask since which version of the plan the seat is called what it is called',
    commands: {
      'seats.lock': (state, lock) => {
        const { since, ...before } = state;
        const [after, outcome] = COMMANDS['seats.lock'](before, lock);
        return [outcome === 'locked' ? { ...after, ...(since && { since }) } : state, outcome];
      },
    },
    scenarios: ['switch-new-name', 'switch-renamed'],
  },
  {
    name: 'switch-commit-after-undo',
    bug: 'a switch is committed though it was given up',
    commands: {
      'switches.commit': (state, commit) => {
        const show = state.shows[commit.showId];
        if (show?.planSwitch?.state !== 'UNDOING') return COMMANDS['switches.commit'](state, commit);
        const planSwitch = { ...show.planSwitch, state: 'PREPARING', until: Infinity } as const;
        return COMMANDS['switches.commit'](
          { ...state, shows: { ...state.shows, [show.id]: { ...show, planSwitch } } },
          commit,
        );
      },
    },
    scenarios: ['switch-late', 'switch-vanishing', 'switch-twice'],
  },
  {
    name: 'switch-aside-after-lease',
    bug: 'a seat is set aside though the lease of the switch is over',
    commands: { 'seats.setAside': (state, aside) => COMMANDS['seats.setAside'](state, { ...aside, until: Infinity }) },
    scenarios: ['switch-late', 'switch-vanishing'],
  },
  {
    name: 'switch-two-at-once',
    bug: 'a switch begins while another one is under way',
    commands: {
      'switches.begin': (state, begin) => {
        const show = state.shows[begin.showId];
        if (show === undefined) return COMMANDS['switches.begin'](state, begin);
        const alone = { ...show, planSwitch: undefined };
        return COMMANDS['switches.begin']({ ...state, shows: { ...state.shows, [show.id]: alone } }, begin);
      },
    },
    scenarios: ['switch-twice'],
  },
  {
    name: 'switch-late-uncleared',
    bug: 'nobody looks again for what a switch that was given up did later',
    edits: [
      {
        file: SWEEP,
        replace: 'await this.steps.clear(over);',
        by: '',
      },
    ],
    scenarios: ['switch-renamed', 'switch-late'],
  },
  {
    name: 'switch-begun-again',
    bug: 'a switch that was given up begins once more, since the driver sends its beginning again',
    commands: {
      'switches.begin': (state, begin) => {
        const show = state.shows[begin.showId];
        if (show === undefined) return COMMANDS['switches.begin'](state, begin);
        const { deadSwitches, ...alone } = show;
        const [after, begun] = COMMANDS['switches.begin'](
          { ...state, shows: { ...state.shows, [show.id]: alone } },
          begin,
        );
        const is = { ...(after.shows[show.id] ?? show), ...(deadSwitches && { deadSwitches }) };
        return [begun === null ? state : { ...after, shows: { ...after.shows, [show.id]: is } }, begun];
      },
    },
    scenarios: ['switch-answers'],
  },
  {
    name: 'switch-undo-keeps-made',
    bug: 'what a switch made is not removed when it is undone',
    edits: [
      {
        file: STEPS,
        replace: `    await this.switching.removeMade(showId, dead);
    for`,
        by: '    for',
      },
      {
        file: STEPS,
        replace: 'while (!(await putBack())) await this.switching.removeMade(showId, dead);',
        by: 'await putBack();',
      },
    ],
    scenarios: ['switch-late', 'switch-vanishing'],
  },
  {
    name: 'switch-no-undo',
    bug: 'a switch that is refused keeps aside what it has set aside',
    edits: [
      {
        file: SERVICE,
        replace: "if (given?.id === begun.id && given.state === 'UNDOING') await this.steps.undo(given, switched);",
        by: "if (given?.id === begun.id && given.state === 'UNDOING') await this.switches.end(given);",
      },
    ],
    scenarios: ['switch-sold', 'switch-vanishing', 'switch-renamed'],
  },
  {
    name: 'switch-undo-made-first',
    bug: 'what was made is removed without asking which switch made it',
    commands: {
      'seats.removeMade': (state, { showId }) =>
        COMMANDS['seats.removeMade'](state, { showId, switchIds: Object.values(state.switched ?? {}) }),
    },
    scenarios: ['switch-again', 'switch-late', 'switch-twice'],
  },
  {
    name: 'switch-sweep-of-none',
    bug: 'the sweep finishes no switch that was left after its commit',
    edits: [
      {
        file: SWEEP,
        replace: "if (open.state === 'FINISHING') await this.steps.finish(open, switched);",
        by: "if (open.state === 'FINISHING') return;",
      },
    ],
    scenarios: ['switch-vanishing', 'switch-late'],
  },
  {
    name: 'release-of-aside',
    bug: 'staff who release blocked seats release what a switch has set aside',
    commands: {
      'seats.releaseBlocked': (state, release) =>
        COMMANDS['seats.releaseBlocked'](state, { ...release, planVersion: 9 }),
    },
    scenarios: ['switch-block'],
  },
];
