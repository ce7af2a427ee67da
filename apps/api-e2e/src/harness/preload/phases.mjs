/**
 * Names the step of the protocol that a command of the MongoDB driver is, from the command alone.
 * @param {Record<string, unknown>} command as it is sent
 * @returns {string | undefined} undefined for a command that is no step
 */
export function phaseOf(command) {
  if (command.findAndModify === 'seats') return 'seat.lock';
  if (command.findAndModify === 'bookings') return bookingPhase(command);
  if (command.findAndModify === 'shows') return showPhase(command);
  if (command.update === 'bookings') return 'hold.drop';
  if (command.update === 'seats') {
    // Many writes in one are sent as a sequence beside the command.
    const [first] = command.updates.documents ?? command.updates;
    return switchPhase(first.u[0].$set) ?? seatsPhase(first.u[0].$set);
  }
  if (command.insert === 'seats') {
    const [first] = command.documents.documents ?? command.documents;
    return first.switch_id === undefined ? 'seat.create' : 'seat.make';
  }
  if (command.delete === 'seats')
    return command.deletes[0].q.block_id === undefined ? 'seat.remove' : 'seat.remove-switched';
  if (command.find === 'bookings' && command.filter?.booked_by !== undefined) return 'booking.count';
  if (command.aggregate === 'bookings' && isDueQuery(command.pipeline)) return 'booking.find-due';
  if (command.aggregate === 'shows' && isDueQuery(command.pipeline)) return 'show.find-due';
  if (command.aggregate === 'seats' && command.pipeline[0].$match?.changed_at !== undefined) return 'board.read';
  if (command.insert === 'activities') return 'activity.record';
  if (command.aggregate === 'sessions') return 'session.find';
  return undefined;
}

/** A write on seats of a show that switches its plan. */
function switchPhase({ switch_id: by, since_version: since, section, status }) {
  if (by === undefined) return since === undefined ? undefined : 'seat.recategorise';
  if (section !== undefined) return 'seat.rename';
  return status?.$cond === undefined ? 'seat.put-back' : 'seat.set-aside';
}

/** A write on several seats. */
function seatsPhase({ status, block_events: ofStaff }) {
  if (ofStaff !== undefined) return status === 'BLOCKED' ? 'seat.block' : 'seat.release-blocked';
  return status === 'BOOKED' ? 'seat.follow' : 'seat.release';
}

function bookingPhase({ upsert, update, query }) {
  if (upsert) return 'booking.open';
  const { status, returned, event_claims: claims, events, tickets } = update[0].$set;
  if (tickets !== undefined) return 'tickets.write';
  const ofHold = holdPhase(update[0].$set, query);
  if (ofHold !== undefined) return ofHold;
  if (claims !== undefined) return 'events.claim';
  if (events !== undefined && status === undefined && returned === undefined) return 'events.mark';
  if (returned !== undefined) return 'booking.give-back';
  if (status === undefined) return 'booking.swept';
  if (status === 'FAILED') return 'booking.fail';
  if (status === 'CANCELLED') return 'booking.cancel';
  return JSON.stringify(status).includes('"EXPIRED"') ? 'booking.expire' : 'booking.confirm';
}

/** A step of a hold, told by what it alone writes or asks for. */
function holdPhase({ status, held_at, version, seats, open, leaving, lease_until, returned }, query) {
  if (held_at !== undefined) return 'hold.hold';
  if (version !== undefined) return 'hold.begin';
  if (seats !== undefined && returned === undefined) return 'hold.commit';
  if (lease_until !== undefined) return 'hold.extend';
  if (status === 'RELEASED') return 'hold.release';
  if (status !== undefined && query.status === 'HELD') return 'hold.confirm';
  return leaving?.$cond !== undefined && open === undefined ? 'hold.undo' : undefined;
}

function showPhase({ upsert, update }) {
  if (upsert) return 'show.open';
  const { status, extended, plan_switch: planSwitch, switch_due: due } = update[0].$set;
  if (planSwitch !== undefined) return planSwitchPhase(JSON.stringify(planSwitch));
  if (due !== undefined) return 'switch.swept';
  if (extended !== undefined) return 'show.extend';
  if (update[1]?.$unset === 'extended') return 'show.complete';
  if (status === undefined) return 'show.swept';
  return JSON.stringify(status).includes('DISCARDED') ? 'show.discard' : 'show.move';
}

/** A step of a switch, told by the state that it writes. */
function planSwitchPhase(text) {
  const state = ['PREPARING', 'FINISHING', 'UNDOING', 'UNDONE', 'DONE'].find((name) => text.includes(`"${name}"`));
  return state === undefined ? 'switch.extend' : `switch.${state.toLowerCase()}`;
}

function isDueQuery(pipeline) {
  return pipeline[0].$match?.sweep_at !== undefined;
}
