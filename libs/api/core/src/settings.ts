/**
 * What the environment decides, checked once at the start and handed on.
 * Injected as is; nothing but the start reads the environment.
 */
export abstract class Settings {
  /** Connection string of the database, with its name. */
  abstract readonly mongodbUri: string;
  /** Seconds a booking may take from its intent to its confirmation. */
  abstract readonly leaseSeconds: number;
  abstract readonly maxSeatsPerBooking: number;
  /** Key under which session tokens are stored as digests; at least 32 characters. */
  abstract readonly sessionSecret: string;
  /** Address under which the site is reached, when a proxy stands in front. */
  abstract readonly publicUrl: string | undefined;
  /** The first admin's sign-in. */
  abstract readonly admin: { readonly email: string; readonly password: string };
}
