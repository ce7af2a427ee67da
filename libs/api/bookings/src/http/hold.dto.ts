import { IsArray, IsMongoId } from 'class-validator';

/** The seats that a hold is to have. */
export class HoldDto {
  /**
   * Exactly these seats, as the seat map names them; all of them or none are held.
   * @example ["9f8e7d6c5b4a392800000011", "9f8e7d6c5b4a392800000012"]
   */
  @IsArray()
  @IsMongoId({ each: true, message: 'must be ids of seats, as the seat map gives them' })
  seatIds: string[];
}
