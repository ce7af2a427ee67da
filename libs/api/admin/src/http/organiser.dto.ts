import { EmailText, Nullable, PlainText } from '@modex/api-core';
import { isHttpsLink, LIMITS, OrganiserFields } from '@modex/domain';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsInt, MaxLength, Min, ValidateBy } from 'class-validator';

/** A link to a page of the organiser. */
const Link = (example: string): PropertyDecorator =>
  applyDecorators(
    Nullable(),
    MaxLength(LIMITS.link),
    ValidateBy({
      name: 'httpsLink',
      validator: {
        validate: (value) => typeof value === 'string' && isHttpsLink(value),
        defaultMessage: () => 'must be a link that begins with https://, without a password in it',
      },
    }),
    ApiProperty({ type: String, format: 'uri', nullable: true, maxLength: LIMITS.link, example }),
  );

/** All that is said of the organiser. */
export class OrganiserDto {
  /**
   * The `version` that it had when you read it.
   * @example 0
   */
  @IsInt()
  @Min(0)
  version: number;

  /**
   * The name of the person or company, in one line.
   * @example "Theatre Street Players"
   */
  @PlainText('organiserName')
  name: string;

  /**
   * Where it is, may have several lines; an empty text for nothing.
   * @example "Theatre Street 1, 10115 Berlin"
   */
  @PlainText('address')
  address: string;

  /** Where customers write to; null for nothing. */
  @Nullable()
  @EmailText()
  @ApiProperty({ type: String, format: 'email', nullable: true, maxLength: LIMITS.email, example: 'hello@example.org' })
  email: string | null;

  /** The page with the imprint; null for none. */
  @Link('https://example.org/imprint')
  imprintUrl: string | null;

  /** The page about privacy; null for none. */
  @Link('https://example.org/privacy')
  privacyUrl: string | null;

  /** The page with the terms; null for none. */
  @Link('https://example.org/terms')
  termsUrl: string | null;
}

export function toOrganiserFields(dto: OrganiserDto): OrganiserFields {
  const { name, address, email, imprintUrl, privacyUrl, termsUrl } = dto;
  return { name, address: address || null, email, imprintUrl, privacyUrl, termsUrl };
}
