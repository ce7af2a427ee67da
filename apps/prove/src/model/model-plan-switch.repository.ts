import { NewPlanSwitch, PlanSwitchRepository, SwitchedShow } from '@modex/api-shows/protocol';
import { PlanSwitch } from '@modex/domain';
import { Send } from './commands';
import { ReadSwitch } from './switch-commands';

/** The port of the switches in front of the model store, command for command as the real one. */
export class ModelPlanSwitchRepository extends PlanSwitchRepository {
  constructor(
    private readonly send: Send,
    private readonly newSwitchId: () => string,
  ) {
    super();
  }

  async begin({ showId, from, to, version }: NewPlanSwitch, leaseMs: number): Promise<PlanSwitch | undefined> {
    const begun = { showId, switchId: this.newSwitchId(), from, to, version, leaseMs };
    return toSwitch(await this.send('switches.begin', begun));
  }

  async extend({ showId, id: switchId }: PlanSwitch, leaseMs: number): Promise<PlanSwitch | undefined> {
    return toSwitch(await this.send('switches.extend', { showId, switchId, leaseMs }));
  }

  async commit({ showId, id: switchId }: PlanSwitch, show: SwitchedShow): Promise<PlanSwitch | undefined> {
    const { layout, edit } = show;
    const commit = { showId, switchId, version: edit.version, totalSeats: layout.totalSeats };
    return toSwitch(await this.send('switches.commit', commit));
  }

  async giveUp({ showId, id: switchId }: PlanSwitch): Promise<PlanSwitch | undefined> {
    return toSwitch(await this.send('switches.giveUp', { showId, switchId, ifExpired: false }));
  }

  async giveUpExpired({ showId, id: switchId }: PlanSwitch): Promise<PlanSwitch | undefined> {
    return toSwitch(await this.send('switches.giveUp', { showId, switchId, ifExpired: true }));
  }

  async end({ showId, id: switchId, state: from }: PlanSwitch): Promise<void> {
    await this.send('switches.end', { showId, switchId, from });
  }

  async find(showId: string): Promise<PlanSwitch | undefined> {
    return toSwitch(await this.send('switches.find', { showId }));
  }

  async findDue(limit: number): Promise<readonly PlanSwitch[]> {
    return (await this.send('switches.findDue', { limit })).flatMap((found) => toSwitch(found) ?? []);
  }

  async swept({ showId, id: switchId, state: from }: PlanSwitch): Promise<void> {
    await this.send('switches.swept', { showId, switchId, from });
  }
}

function toSwitch(found: ReadSwitch | null): PlanSwitch | undefined {
  if (found === null) return undefined;
  const { id, showId, from, to, state, until, dead } = found;
  return { id, showId, from, to, by: '', state, until: new Date(until), dead };
}
