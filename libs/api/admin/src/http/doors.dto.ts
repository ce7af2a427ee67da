import { Instant, Optional, PlainText } from '@modex/api-core';
import { IsMongoId, IsString, IsUUID, MaxLength } from 'class-validator';

/** Somebody at a door. */
export class AdmitDto {
  /**
   * The code of a ticket as it was read; or leave it out and name booking and seat.
   * @example "MODEX1:AFVQ4OQBW7PYIOCOOJWMXH4OPVWFWSRZFAAAAAAR…"
   */
  @Optional()
  @IsString()
  @MaxLength(300)
  code?: string;

  /**
   * The booking of a ticket that was chosen from the list.
   * @example "66f0c0ffee00112233445577"
   */
  @Optional()
  @IsMongoId({ message: 'must be the id of a booking' })
  bookingId?: string;

  /**
   * The seat of that ticket.
   * @example "9f8e7d6c5b4a392800000012"
   */
  @Optional()
  @IsMongoId({ message: 'must be the id of a seat' })
  seatId?: string;

  /**
   * A new name for each scan (UUID). Send a scan again with the same one if its answer was lost: it is answered the same.
   * @example "0b9cb8cc-6f5e-4a1e-9b9c-0c5f4d2a7f11"
   */
  @IsUUID()
  scanId: string;

  /**
   * What staff call the door.
   * @example "Main entrance"
   */
  @Optional()
  @PlainText('door')
  door?: string;

  /**
   * When a door without a network let somebody in; leave it out for now.
   * @example "2026-12-24T19:41:07+01:00"
   */
  @Optional()
  @Instant()
  at?: Date;
}

/** An entry that is taken back. */
export class UndoEntryDto {
  /** @example "66f0c0ffee00112233445577" */
  @IsMongoId({ message: 'must be the id of a booking' })
  bookingId: string;

  /**
   * The scan that let somebody in.
   * @example "0b9cb8cc-6f5e-4a1e-9b9c-0c5f4d2a7f11"
   */
  @IsUUID()
  scanId: string;
}
