import { Optional } from '@modex/api-core';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

export const SESSION_SCOPES = ['others', 'all'] as const;
export type SessionScope = (typeof SESSION_SCOPES)[number];

/** Which sessions end. */
export class EndSessionsQuery {
  /** `others`: all but the one that asks; `all`: that one too. */
  @ApiProperty({ enum: SESSION_SCOPES, enumName: 'SessionScope', required: false, default: 'others' })
  @Optional()
  @IsIn(SESSION_SCOPES)
  scope?: SessionScope;
}
