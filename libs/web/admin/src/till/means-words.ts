import { Means } from '@modex/web-api-client';

/** The ways in which money changes hands, in the order of a counter; a new one without words does not compile. */
export const MEANS_WORDS: Readonly<Record<Means, string>> = {
  cash: $localize`Cash`,
  card: $localize`Card`,
  voucher: $localize`Voucher`,
  free: $localize`Free, given by the venue`,
};
