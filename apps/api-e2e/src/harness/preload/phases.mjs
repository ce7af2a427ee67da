/**
 * Names the step of the protocol that a command of the MongoDB driver is, from the command alone.
 * @param {Record<string, unknown>} command as it is sent
 * @returns {string | undefined} undefined for a command that is no step
 */
export function phaseOf(command) {
  if (command.findAndModify === 'seats') return 'seat.lock';
  if (command.findAndModify === 'bookings') return bookingPhase(command);
  if (command.findAndModify === 'shows') return showPhase(command);
  if (command.update === 'seats') return 'seat.release';
  if (command.insert === 'seats') return 'seat.create';
  if (command.delete === 'seats') return 'seat.remove';
  if (command.find === 'bookings' && command.filter?.booked_by !== undefined) return 'booking.count';
  if (command.aggregate === 'bookings' && isDueQuery(command.pipeline)) return 'booking.find-due';
  if (command.aggregate === 'shows' && isDueQuery(command.pipeline)) return 'show.find-due';
  if (command.insert === 'activities') return 'activity.record';
  if (command.aggregate === 'sessions') return 'session.find';
  return undefined;
}

function bookingPhase({ upsert, update }) {
  if (upsert) return 'booking.open';
  const { status, returned, event_claims: claims, events } = update[0].$set;
  if (claims !== undefined) return 'events.claim';
  if (events !== undefined && status === undefined && returned === undefined) return 'events.mark';
  if (returned !== undefined) return 'booking.give-back';
  if (status === undefined) return 'booking.swept';
  if (status === 'FAILED') return 'booking.fail';
  if (status === 'CANCELLED') return 'booking.cancel';
  return JSON.stringify(status).includes('"EXPIRED"') ? 'booking.expire' : 'booking.confirm';
}

function showPhase({ upsert, update }) {
  if (upsert) return 'show.open';
  const { status, extended } = update[0].$set;
  if (extended !== undefined) return 'show.extend';
  if (update[1]?.$unset === 'extended') return 'show.complete';
  if (status === undefined) return 'show.swept';
  return JSON.stringify(status).includes('DISCARDED') ? 'show.discard' : 'show.move';
}

function isDueQuery(pipeline) {
  return pipeline[0].$match?.sweep_at !== undefined;
}
