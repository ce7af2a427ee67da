import { Organiser, OrganiserFields } from '@modex/domain';

/** The one organiser, as it is stored. */
export abstract class OrganiserRepository {
  /** @returns undefined while nothing is stored */
  abstract find(): Promise<Organiser | undefined>;
  /**
   * Writes all of it if it still has this version, by one compare-and-set.
   * @returns undefined when somebody else was faster
   */
  abstract replace(fields: OrganiserFields, version: number): Promise<Organiser | undefined>;
}
