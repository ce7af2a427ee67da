import { StaffRole } from '@modex/web-api-client';

/** What each role is called, and what it may do. */
export const ROLE_WORDS: Readonly<Record<StaffRole, { readonly word: string; readonly may: string }>> = {
  OWNER: {
    word: $localize`Owner`,
    may: $localize`Everything: shows, plans, sales, mails, the audit and people.`,
  },
  BOX_OFFICE: {
    word: $localize`Box office`,
    may: $localize`Sells, cancels and blocks seats, takes money, sends mails again, and lets in.`,
  },
  DOOR: {
    word: $localize`Door`,
    may: $localize`Sees shows and bookings, and lets people in.`,
  },
};

/** Whether a role of the contract is one of those who work for the venue. */
export function isStaffRole(role: string): role is StaffRole {
  return Object.keys(ROLE_WORDS).includes(role);
}
