import { COMMANDS } from '../model/commands';
import { Mutant } from './mutant';

const CREATION = 'libs/api/shows/src/show-creation.service.ts';
const CREATION_SWEEP = 'libs/api/shows/src/show-creation-sweep.ts';
const CANCEL_SWEEP = 'libs/api/bookings/src/show-cancel-sweep.ts';

/** Bugs in how shows are made once and drafts deleted. */
export const SHOW_MUTANTS: readonly Mutant[] = [
  {
    name: 'draft-seats-first',
    bug: 'deleting a draft removes its seats before the move that makes it gone',
    edits: [
      {
        file: CREATION,
        replace: `await this.moves.move(showId, 'DISCARDED');
    await this.clear(showId);`,
        by: `await this.clear(showId);
    await this.moves.move(showId, 'DISCARDED');`,
      },
    ],
    scenarios: ['delete-draft'],
  },
  {
    name: 'deleted-draft-unwatched',
    bug: 'a draft that is deleted is not due for the sweep',
    commands: {
      'shows.move': (state, move) => {
        const [after, moved] = COMMANDS['shows.move'](state, move);
        const show = after.shows[move.id];
        if (!moved || show === undefined || move.to !== 'DISCARDED') return [after, moved];
        return [{ ...after, shows: { ...after.shows, [move.id]: { ...show, sweepAt: undefined } } }, true];
      },
    },
    scenarios: ['delete-draft'],
  },
  {
    name: 'creation-sweep-unasked',
    bug: 'the sweep of creations asks for those alone that were given up already',
    edits: [{ file: CREATION_SWEEP, replace: "['CREATING', 'DISCARDED']", by: "['DISCARDED']" }],
    scenarios: ['create'],
  },
  {
    name: 'cancel-sweep-unasked',
    bug: 'no sweep asks for cancelled shows',
    edits: [{ file: CANCEL_SWEEP, replace: "findDue(['CANCELLED'], BATCH)", by: "findDue(['DISCARDED'], BATCH)" }],
    scenarios: ['call-off'],
  },
  {
    name: 'show-key-not-unique',
    bug: 'nothing keeps two requests with one key from making two shows',
    commands: {
      'shows.insert': (state, { request, ...show }) => {
        const [after, created] = COMMANDS['shows.insert'](state, show);
        const stored = after.shows[show.id];
        if (created === null || stored === undefined || request === undefined) return [after, created];
        const shows = { ...after.shows, [show.id]: { ...stored, request } };
        return [
          { ...after, shows },
          { ...created, request },
        ];
      },
    },
    scenarios: ['create-once'],
  },
];
