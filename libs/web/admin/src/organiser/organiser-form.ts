import { maxLength, required, SchemaPathTree, validate } from '@angular/forms/signals';
import { isHttpsLink, LIMITS, ORGANISER_FIELDS, OrganiserFields } from '@modex/domain';
import { emailRule } from '@modex/web-account';
import { OrganiserDto, OrganiserResponse } from '@modex/web-api-client';

/** What is said of the organiser, as it is typed; empty for nothing. */
export type OrganiserForm = Readonly<Record<keyof OrganiserFields, string>>;

/** The names of the fields. */
export const ORGANISER_LABELS: OrganiserForm = {
  name: $localize`Name`,
  address: $localize`Address`,
  email: $localize`E-mail`,
  imprintUrl: $localize`Link to the imprint`,
  privacyUrl: $localize`Link to the privacy policy`,
  termsUrl: $localize`Link to the terms`,
};

/** The fields that are links. */
export const LINK_FIELDS = ['imprintUrl', 'privacyUrl', 'termsUrl'] as const satisfies readonly (keyof OrganiserForm)[];

export function emptyOrganiser(): OrganiserForm {
  return { name: '', address: '', email: '', imprintUrl: '', privacyUrl: '', termsUrl: '' };
}

export function formOfOrganiser(organiser: OrganiserResponse): OrganiserForm {
  return fromFields((field) => organiser[field] ?? '');
}

/** What is sent. @param version that the form was read from */
export function sentOrganiser(form: OrganiserForm, version: number): OrganiserDto {
  const { name, address, email, imprintUrl, privacyUrl, termsUrl } = fromFields((field) => form[field].trim());
  const links = { imprintUrl: imprintUrl || null, privacyUrl: privacyUrl || null, termsUrl: termsUrl || null };
  return { version, name, address, email: email || null, ...links };
}

/** What another admin wrote where the form says something else. */
export function differences(mine: OrganiserForm, theirs: OrganiserForm) {
  return ORGANISER_FIELDS.filter((field) => mine[field].trim() !== theirs[field]).map((field) => ({
    label: ORGANISER_LABELS[field],
    theirs: theirs[field] || $localize`nothing`,
  }));
}

export function organiserRules(path: SchemaPathTree<OrganiserForm>): void {
  required(path.name, { message: $localize`Say who runs the venue.` });
  const longest = (most: number) => ({ message: $localize`At most ${most}:most: characters.` });
  maxLength(path.name, LIMITS.organiserName, longest(LIMITS.organiserName));
  maxLength(path.address, LIMITS.address, longest(LIMITS.address));
  emailRule(path.email);
  for (const field of LINK_FIELDS) {
    maxLength(path[field], LIMITS.link, longest(LIMITS.link));
    validate(path[field], ({ value }) =>
      value().trim() === '' || isHttpsLink(value().trim())
        ? undefined
        : { kind: 'link', message: $localize`A link begins with https://.` },
    );
  }
}

function fromFields(value: (field: keyof OrganiserFields) => string): OrganiserForm {
  return Object.fromEntries(ORGANISER_FIELDS.map((field) => [field, value(field)])) as OrganiserForm;
}
