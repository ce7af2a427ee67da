import { Injectable } from '@nestjs/common';
import { ReadyAnswer, ReadyBody, SharedReads } from '@modex/api-core';
import { OrganiserService } from '../organiser.service';
import { toOrganiserResponse } from './organiser.response';

/** How long the answer may be sent from memory, in milliseconds. */
const FRESH_MS = 10_000;
const ONLY = 'organiser';

/** The organiser as it is sent; at most ten seconds old, and never older than a change that was made here. */
@Injectable()
export class ReadyOrganiser {
  private readonly recent = new SharedReads<ReadyAnswer, undefined>({
    most: 1,
    lifeMs: FRESH_MS,
    read: async () => {
      const organiser = await this.organisers.find();
      const body = new ReadyBody(Buffer.from(JSON.stringify(toOrganiserResponse(organiser))));
      return { version: `organiser-${organiser.version}`, body: () => body };
    },
  });

  constructor(private readonly organisers: OrganiserService) {
    organisers.watch(() => this.recent.forgetAll());
  }

  async read(): Promise<ReadyAnswer> {
    return this.recent.read(ONLY, undefined);
  }

  /** The same from memory alone. */
  find(): ReadyAnswer | undefined {
    return this.recent.recent(ONLY);
  }
}
