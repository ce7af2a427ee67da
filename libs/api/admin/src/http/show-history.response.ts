import { ApiProperty } from '@nestjs/swagger';
import { User } from '@modex/api-accounts';
import { CHANGED_FIELDS, ChangedField, ShowChange } from '@modex/domain';
import { CustomerResponse, toCustomer } from './admin.response';

/** A field that an admin changed. */
export class AdminShowChangeResponse {
  @ApiProperty({ type: String, format: 'date-time' })
  at: string;
  /** Who did; null when no longer known. */
  @ApiProperty({ type: CustomerResponse, nullable: true })
  by: CustomerResponse | null;
  @ApiProperty({ enum: CHANGED_FIELDS, enumName: 'ChangedField', example: 'startTime' })
  field: ChangedField;
  /** What it was, as text; null for nothing. */
  @ApiProperty({ type: String, nullable: true, example: '2099-03-01T19:30:00.000Z' })
  from: string | null;
  /** What it became, as text; null for nothing. */
  @ApiProperty({ type: String, nullable: true, example: '2099-03-02T19:30:00.000Z' })
  to: string | null;
}

/** What was changed of a show. */
export class ShowHistoryResponse {
  /** Latest first. */
  changes: AdminShowChangeResponse[];
}

export function toShowHistoryResponse(
  changes: readonly ShowChange[],
  admins: ReadonlyMap<string, User>,
): ShowHistoryResponse {
  return {
    changes: changes.map(({ at, by, field, from, to }) => ({
      at: at.toISOString(),
      by: toCustomer(admins.get(by)),
      field,
      from,
      to,
    })),
  };
}
