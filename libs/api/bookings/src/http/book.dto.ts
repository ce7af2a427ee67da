import { EmailText, Optional, OptionalWith, PlainText } from '@modex/api-core';
import { LIMITS } from '@modex/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsMongoId,
  IsString,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';

/** For whom a seat is. */
export class TicketDto {
  /** @example "9f8e7d6c5b4a392800000011" */
  @IsMongoId({ message: 'must be the id of a seat' })
  seatId: string;

  /**
   * Key of a ticket type of the show.
   * @example "child"
   */
  @IsString()
  @Length(1, LIMITS.label)
  type: string;
}

/** An amount of money. */
export class MoneyDto {
  /**
   * In minor units of the currency: cents.
   * @example 9000
   */
  @IsInt()
  @Min(0)
  amount: number;

  /**
   * ISO 4217.
   * @example "EUR"
   */
  @IsString()
  @Length(3, 3)
  currency: string;
}

/** A booking to make. */
export class BookDto {
  /**
   * The seats, as the seat map names them; all of them or none are booked.
   * @example ["9f8e7d6c5b4a392800000011", "9f8e7d6c5b4a392800000012"]
   */
  @IsArray()
  @IsMongoId({ each: true, message: 'must be ids of seats, as the seat map gives them' })
  seatIds: string[];

  /**
   * For whom: your own id, as the sign-in gave it, or `me`. An admin may book for anyone.
   * @example "me"
   */
  @Matches(/^(me|[0-9a-fA-F]{24})$/, { message: 'must be the id of a customer, as the sign-in gives it, or me' })
  userId: string;

  /**
   * Your hold of these very seats, which is booked then. Its other form, without a hold, locks and books at once.
   * @example "66f0c0ffee00112233445577"
   */
  @Optional()
  @IsMongoId({ message: 'must be the id of a hold, as making one gave it' })
  holdId?: string;

  /** For whom the seats are, where the show has ticket types; a seat without a ticket gets the first type. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(LIMITS.seatsPerRow)
  @ValidateNested({ each: true })
  @Type(() => TicketDto)
  tickets?: TicketDto[];

  /** What you saw that they cost: if they cost something else now, nothing is booked. Without it: the price of the moment. */
  @Optional()
  @ValidateNested()
  @Type(() => MoneyDto)
  total?: MoneyDto;

  /**
   * Name as it stands on the booking: for an anonymous guest, who has none yet. It has no effect for anybody else.
   * @example "Ada Lovelace"
   */
  @OptionalWith('email')
  @PlainText('personName')
  name?: string;

  /**
   * Where to reach the customer: for an anonymous guest, together with the name.
   * @example "ada@example.org"
   */
  @OptionalWith('name')
  @EmailText()
  email?: string;
}
