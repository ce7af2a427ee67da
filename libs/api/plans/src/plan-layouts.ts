import { SharedReads } from '@modex/api-core';
import { Injectable } from '@nestjs/common';
import { LaidOutPlan, layoutOfPlain, PLAIN_VERSION, PlanLayout } from '@modex/domain';
import { packForReaders, unpackForReaders } from './packed';
import { plainLayoutOf } from './plain-plan-id';
import { PlanContents } from './plan-contents';
import { PlanRepository } from './plan.repository';

/** A layout as readers get it. */
export interface LayoutBytes {
  readonly plain: Buffer;
  /** By Brotli. */
  readonly small: Buffer;
}

/** Bytes of memory: a place of a plan that was laid out takes about so many, and all in memory at most so many. */
const BYTES_OF_PLACE = 60;
const MOST_PLANS = 128 * 1024 * 1024;
const MOST_BYTES = 32 * 1024 * 1024;

/** Published layouts, which never change, from memory. */
@Injectable()
export class PlanLayouts {
  private readonly plans = new SharedReads<LaidOutPlan | undefined, Asked>({
    most: MOST_PLANS,
    sizeOf: ({ size }) => 10_000 + size * BYTES_OF_PLACE,
    read: (asked) => this.layOut(asked),
  });
  private readonly bytes = new SharedReads<LayoutBytes | undefined, Asked>({
    most: MOST_BYTES,
    sizeOf: ({ plain, small }) => 1_000 + plain.length + small.length,
    read: (asked) => this.read(asked),
  });

  constructor(
    private readonly repository: PlanRepository,
    private readonly contents: PlanContents,
  ) {}

  /** @param planId an id, or that of a plain plan @returns undefined if there is no such version */
  async find(planId: string, version: number): Promise<LaidOutPlan | undefined> {
    return this.plans.read(keyOf(planId, version), { planId, version });
  }

  async findBytes(planId: string, version: number): Promise<LayoutBytes | undefined> {
    return this.bytes.read(keyOf(planId, version), { planId, version });
  }

  /** What is in memory of it; undefined: nothing. @param version as it stands in the address */
  recentBytes(planId: string, version: string): LayoutBytes | undefined {
    return this.bytes.recent(keyOf(planId, version));
  }

  private async layOut(asked: Asked): Promise<LaidOutPlan | undefined> {
    const layout = plainOf(asked) ?? (await this.readLayout(asked));
    return layout && new LaidOutPlan(layout);
  }

  private async readLayout(asked: Asked): Promise<PlanLayout | undefined> {
    const bytes = await this.findBytes(asked.planId, asked.version);
    return bytes && (JSON.parse(bytes.plain.toString()) as PlanLayout);
  }

  private async read(asked: Asked): Promise<LayoutBytes | undefined> {
    const layout = plainOf(asked);
    if (layout !== undefined) {
      const plain = Buffer.from(JSON.stringify(layout));
      return { plain, small: await packForReaders(plain) };
    }
    const small = await this.stored(asked);
    return small && { plain: await unpackForReaders(small), small };
  }

  private async stored({ planId, version }: Asked): Promise<Buffer | undefined> {
    if (!/^[0-9a-f]{24}$/.test(planId)) return undefined;
    const plan = await this.repository.find(planId);
    const found = plan?.versions.find((other) => other.version === version);
    return found && this.contents.get(found.layout);
  }
}

interface Asked {
  readonly planId: string;
  readonly version: number;
}

function keyOf(planId: string, version: number | string): string {
  return `${planId} ${version}`;
}

function plainOf({ planId, version }: Asked): PlanLayout | undefined {
  const size = version === PLAIN_VERSION ? plainLayoutOf(planId) : undefined;
  return size && layoutOfPlain(size);
}
