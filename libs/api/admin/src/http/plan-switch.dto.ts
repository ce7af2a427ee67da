import { Digits, Nullable, Optional } from '@modex/api-core';
import { LIMITS } from '@modex/domain';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min, ValidateNested } from 'class-validator';
import { PricesDto } from './prices.dto';

/** Which version of its plan a show would be in. */
export class PlanSwitchQuery {
  /**
   * A published version of the plan.
   * @example 2
   */
  @Digits()
  @IsInt()
  @Min(1)
  @Max(LIMITS.placeNumber)
  planVersion: number;
}

/** A show that is taken to a later version of its plan. */
export class PlanSwitchDto {
  /**
   * A published version of the plan, later than the one that the show is in.
   * @example 2
   */
  @IsInt()
  @Min(1)
  @Max(LIMITS.placeNumber)
  planVersion: number;

  /**
   * The `version` that the show had when you read it.
   * @example 3
   */
  @IsInt()
  @Min(0)
  version: number;

  /** What its seats cost from then on, where the categories of the plan change; absent: what they cost now. */
  @Optional()
  @Nullable()
  @ValidateNested()
  @Type(() => PricesDto)
  @ApiPropertyOptional({ type: PricesDto, nullable: true })
  prices?: PricesDto | null;
}
