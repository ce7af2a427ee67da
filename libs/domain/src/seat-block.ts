/** Why seats are kept from sale: for the venue itself, since they are broken, for a camera, or for what the words say. */
export const BLOCK_REASONS = ['house', 'broken', 'camera', 'other'] as const;
export type BlockReason = (typeof BLOCK_REASONS)[number];

/** BLOCKED: kept from sale. BLOCK_RELEASED: given back to the sale. */
export const BLOCK_EVENTS = ['BLOCKED', 'BLOCK_RELEASED'] as const;
export type BlockEventKind = (typeof BLOCK_EVENTS)[number];

/** Something that staff did to a seat, as the seat itself remembers it. */
export interface BlockEvent {
  readonly seatId: string;
  readonly at: Date;
  readonly kind: BlockEventKind;
  /** The user who did. */
  readonly by: string;
  /** Why it was blocked; absent for a release. */
  readonly reason?: BlockReason;
  /** The same in the words of whoever blocked it. */
  readonly words?: string;
}

/**
 * The seats that were blocked at a moment.
 * @param events of each seat, oldest first
 */
export function blockedAt(moment: Date, events: readonly BlockEvent[]): ReadonlySet<string> {
  const blocked = new Set<string>();
  for (const { seatId, at, kind } of events) {
    if (at > moment) continue;
    if (kind === 'BLOCKED') blocked.add(seatId);
    else blocked.delete(seatId);
  }
  return blocked;
}
