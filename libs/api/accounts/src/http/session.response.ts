import { ApiProperty } from '@nestjs/swagger';
import { OwnSession } from '../session/session.service';

/** A browser or program that is signed in to the account. */
export class OwnSessionResponse {
  /**
   * Names it, to end it.
   * @example "66f0c0ffee00112233445577"
   */
  id: string;
  /**
   * In plain words; null where it is not known.
   * @example "Firefox on Windows"
   */
  @ApiProperty({ type: String, nullable: true })
  device: string | null;
  /** When it signed in. */
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
  /** When it was last used, give or take an hour. */
  @ApiProperty({ format: 'date-time' })
  lastUsedAt: string;
  /** Whether it is the one that asks. */
  current: boolean;
}

/** Where one is signed in, the newest first. */
export class OwnSessionsResponse {
  items: OwnSessionResponse[];
}

export function toOwnSessionResponse({ id, device, createdAt, usedAt, isCurrent }: OwnSession): OwnSessionResponse {
  return {
    id,
    device: device ?? null,
    createdAt: createdAt.toISOString(),
    lastUsedAt: usedAt.toISOString(),
    current: isCurrent,
  };
}
