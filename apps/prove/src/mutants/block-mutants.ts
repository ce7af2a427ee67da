import { COMMANDS } from '../model/commands';
import { without, withoutOwner } from '../model/store-state';
import { Mutant } from './mutant';

const BLOCKING = 'libs/api/shows/src/seat-block.service.ts';

/** Bugs in how staff keep seats from sale. */
export const BLOCK_MUTANTS: readonly Mutant[] = [
  {
    name: 'block-of-anybody',
    bug: 'a block does not ask whether the seat is free',
    commands: {
      'seats.block': (state, block) => COMMANDS['seats.block'](withoutOwner(state, block), block),
    },
    scenarios: ['block-book', 'block-hold'],
  },
  {
    name: 'lock-of-blocked',
    bug: 'a lock does not ask whether the seat is blocked',
    commands: {
      'seats.lock': (state, lock) => {
        const [after, outcome] = COMMANDS['seats.lock']({ ...state, blocked: {} }, lock);
        return [outcome === 'locked' ? { ...after, blocked: state.blocked } : state, outcome];
      },
    },
    scenarios: ['block-book'],
  },
  {
    name: 'block-release-of-booked',
    bug: 'staff who release seats free those that a booking has',
    commands: {
      'seats.releaseBlocked': (state, release) => {
        const [after] = COMMANDS['seats.releaseBlocked'](state, release);
        return [
          { ...after, owners: without(after.owners, release.seatId), held: without(after.held, release.seatId) },
          null,
        ];
      },
    },
    scenarios: ['block-sold'],
  },
  {
    name: 'block-rollback-of-anybody',
    bug: 'a block that is refused releases what somebody else has blocked',
    edits: [{ file: BLOCKING, replace: ', by, blockId: act.id }', by: ', by }' }],
    scenarios: ['block-book'],
  },
  {
    name: 'block-no-rollback',
    bug: 'a block that is refused keeps the seats that it got',
    edits: [
      {
        file: BLOCKING,
        replace: 'await this.seats.releaseBlocked({ ...wanted, by, blockId: act.id });',
        by: '',
      },
    ],
    scenarios: ['block-book'],
  },
];
