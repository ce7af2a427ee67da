/** Who runs the venue, as customers see it. */
export interface OrganiserFields {
  /** null while nobody said; so with all of it. */
  readonly name: string | null;
  /** May have several lines. */
  readonly address: string | null;
  readonly email: string | null;
  /** Pages about it, https only. */
  readonly imprintUrl: string | null;
  readonly privacyUrl: string | null;
  readonly termsUrl: string | null;
}

/** What is said of an organiser. */
export const ORGANISER_FIELDS = [
  'name',
  'address',
  'email',
  'imprintUrl',
  'privacyUrl',
  'termsUrl',
] as const satisfies readonly (keyof OrganiserFields)[];

/** The one organiser of an installation. */
export interface Organiser extends OrganiserFields {
  /** How often it was changed: a change names the version that its editor saw. */
  readonly version: number;
  /** Of the last change; null before the first. */
  readonly changedAt: Date | null;
}

/** Nothing is known yet. */
export const NO_ORGANISER: Organiser = {
  name: null,
  address: null,
  email: null,
  imprintUrl: null,
  privacyUrl: null,
  termsUrl: null,
  version: 0,
  changedAt: null,
};

/** https, a host with a dot, no name and password before it, and no blanks. */
const HTTPS_LINK = /^https:\/\/[^\s/?#@\\]+\.[^\s/?#@\\]+(?:[/?#]\S*)?$/i;

/** Whether a text is a link that may be shown to customers. */
export function isHttpsLink(text: string): boolean {
  return HTTPS_LINK.test(text);
}
