import { Injectable } from '@nestjs/common';
import { ActivityLog, Snapshot } from '@modex/api-activity';
import { DomainError, NO_ORGANISER, Organiser, ORGANISER_FIELDS, OrganiserFields } from '@modex/domain';
import { OrganiserRepository } from './organiser.repository';

/** The log names things by ids; this is that of the one organiser. */
const ORGANISER_ID = '0'.repeat(24);

/** What somebody writes of the organiser, having seen this version. */
export interface OrganiserCommand {
  readonly fields: OrganiserFields;
  readonly version: number;
  /** The admin. */
  readonly by: string;
}

/** Who runs the venue. */
@Injectable()
export class OrganiserService {
  private readonly watchers: (() => void)[] = [];

  constructor(
    private readonly organisers: OrganiserRepository,
    private readonly log: ActivityLog,
  ) {}

  /** Calls back after each change that was made here. */
  watch(told: () => void): void {
    this.watchers.push(told);
  }

  async find(): Promise<Organiser> {
    return (await this.organisers.find()) ?? NO_ORGANISER;
  }

  /**
   * Writes all of it. What is so already changes nothing, whatever version was seen.
   * @throws DomainError `organiser-changed` when somebody else was faster
   */
  async replace({ fields, version, by }: OrganiserCommand): Promise<Organiser> {
    const before = await this.find();
    if (ORGANISER_FIELDS.every((field) => before[field] === fields[field])) return before;
    const written = before.version === version ? await this.organisers.replace(fields, version) : undefined;
    for (const told of this.watchers) told();
    if (written === undefined) {
      const words = 'Somebody else changed this since you read it; read it again and compare.';
      throw new DomainError('organiser-changed', words);
    }
    await this.log.record({
      ...{ event: `organiser ${written.version}`, at: written.changedAt ?? new Date(), by },
      ...{ action: 'organiser.manage', of: { kind: 'organiser', id: ORGANISER_ID } },
      ...{ before: toSnapshot(before), after: toSnapshot(written) },
    });
    return written;
  }
}

function toSnapshot(organiser: OrganiserFields): Snapshot {
  return Object.fromEntries(ORGANISER_FIELDS.map((field) => [field, organiser[field] ?? '']));
}
