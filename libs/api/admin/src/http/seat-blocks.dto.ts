import { Optional, PlainText } from '@modex/api-core';
import { BLOCK_REASONS, BlockReason, LIMITS } from '@modex/domain';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsMongoId } from 'class-validator';

/** Blocked seats that go back to the sale. */
export class ReleaseSeatsDto {
  /**
   * Seats of the show; a seat named twice counts once.
   * @example ["9f8e7d6c5b4a392800000012"]
   */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITS.seatsPerBlock)
  @IsMongoId({ each: true, message: 'must be ids of seats, as the seat map gives them' })
  seatIds: string[];
}

/** Seats that are kept from sale, and why. */
export class BlockSeatsDto extends ReleaseSeatsDto {
  /** Why: kept for the venue itself, broken, for a camera, or for what the words say. */
  @IsIn(BLOCK_REASONS)
  @ApiProperty({ enum: BLOCK_REASONS, enumName: 'BlockReason' })
  reason: BlockReason;

  /**
   * The same in words, for staff.
   * @example "The armrest is loose."
   */
  @Optional()
  @PlainText('reason')
  words?: string;
}
