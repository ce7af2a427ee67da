import { BlockReason } from '@modex/web-api-client';

export const BLOCK_REASONS: readonly BlockReason[] = ['house', 'broken', 'camera', 'other'];

/** Why seats are kept from sale, in words. */
export const BLOCK_REASON_WORDS: Readonly<Record<BlockReason, string>> = {
  house: $localize`Kept for the venue`,
  broken: $localize`Broken`,
  camera: $localize`A camera stands there`,
  other: $localize`Another reason`,
};
