import { EmailText } from '@modex/api-core';
import { STAFF_ROLES, StaffRole } from '@modex/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

/** What somebody who works for the venue may do. */
export class StaffRoleDto {
  /** `OWNER` runs the venue, `BOX_OFFICE` sells, `DOOR` lets in. */
  @ApiProperty({ enum: STAFF_ROLES, enumName: 'StaffRole' })
  @IsIn(STAFF_ROLES)
  role: StaffRole;
}

/** Somebody who is invited to work for the venue. */
export class InviteStaffDto extends StaffRoleDto {
  /**
   * The e-mail to sign in with; one that no account has.
   * @example "grace@example.org"
   */
  @EmailText()
  email: string;
}
