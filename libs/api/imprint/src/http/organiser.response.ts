import { ApiProperty } from '@nestjs/swagger';
import { Organiser } from '@modex/domain';

/** Who runs the venue, as everybody sees it. */
export class OrganiserResponse {
  /** The name of the person or company; null while nobody said. */
  @ApiProperty({ type: String, nullable: true, example: 'Theatre Street Players' })
  name: string | null;
  /** Where it is, in lines; null for nothing. */
  @ApiProperty({ type: String, nullable: true, example: 'Theatre Street 1\n10115 Berlin' })
  address: string | null;
  /** Where customers write to; null for nothing. */
  @ApiProperty({ type: String, nullable: true, example: 'hello@example.org' })
  email: string | null;
  /** The page with the imprint, https only; null for none. */
  @ApiProperty({ type: String, nullable: true, example: 'https://example.org/imprint' })
  imprintUrl: string | null;
  /** The page about privacy, https only; null for none. */
  @ApiProperty({ type: String, nullable: true, example: 'https://example.org/privacy' })
  privacyUrl: string | null;
  /** The page with the terms, https only; null for none. */
  @ApiProperty({ type: String, nullable: true, example: 'https://example.org/terms' })
  termsUrl: string | null;
  /** How often it was changed; send it back with a change. */
  version: number;
}

export function toOrganiserResponse(organiser: Organiser): OrganiserResponse {
  const { name, address, email, imprintUrl, privacyUrl, termsUrl, version } = organiser;
  return { name, address, email, imprintUrl, privacyUrl, termsUrl, version };
}
