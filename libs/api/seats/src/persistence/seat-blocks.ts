import { objectId } from '@modex/api-core';
import { BlockEvent, SeatStatus } from '@modex/domain';
import { BlockAct, BlockRelease, SeatBlock } from '../seat.repository';
import { BlockEventDocument, SeatDocument } from './seat.schema';

/** What a block writes on a seat. */
export function blockFields({ by, reason, words }: SeatBlock, act: string): Record<string, unknown> {
  const told = { reason, ...(words !== undefined && { words: { $literal: words } }) };
  return {
    status: 'BLOCKED' satisfies SeatStatus,
    block_id: objectId(act),
    ...noted({ kind: 'BLOCKED', act: objectId(act), by: objectId(by) }, told),
  };
}

/** What a release writes on a blocked seat. */
export function blockReleaseFields({ by }: BlockRelease, act: string): Record<string, unknown> {
  return {
    status: 'AVAILABLE' satisfies SeatStatus,
    block_id: '$$REMOVE',
    ...noted({ kind: 'BLOCK_RELEASED', act: objectId(act), by: objectId(by) }),
  };
}

/** The event is added by the write that makes it true, so neither is ever without the other. */
function noted(event: Pick<BlockEventDocument, 'kind' | 'act' | 'by'>, told: object = {}): Record<string, unknown> {
  const added = [{ ...event, at: '$$NOW', ...told }];
  return { block_events: { $concatArrays: [{ $ifNull: ['$block_events', []] }, added] }, changed_at: '$$NOW' };
}

/** What the act did, by the events that it left. */
export function toBlockAct(id: string, seats: readonly SeatDocument[]): BlockAct {
  const done = seats.flatMap(({ _id, block_events = [] }) => {
    const event = block_events.find(({ act }) => act.toHexString() === id);
    return event === undefined ? [] : [{ seatId: _id.toHexString(), at: event.at }];
  });
  return { id, changed: done.map(({ seatId }) => seatId), at: done[0]?.at };
}

export function toBlockEvents({ _id, block_events = [] }: SeatDocument): readonly BlockEvent[] {
  return block_events.map(({ kind, at, by, reason, words }) => ({
    ...{ seatId: _id.toHexString(), kind, at, by: by.toHexString() },
    ...(reason !== undefined && { reason }),
    ...(words !== undefined && { words }),
  }));
}
