import { brokenAnswers } from '../rules/answers';
import { nobodyWon } from '../rules/ends';
import { readTwice } from '../rules/events';
import { brokenRules } from '../rules/states';
import { GlobalState, isOver } from './global-state';
import { Settling } from './settle';
import { System } from './system';

/** Checks states against all rules, and remembers the results. */
export class StateCheck {
  private readonly byStore = new Map<number, string | undefined>();
  private readonly settling: Settling;

  constructor(private readonly system: System) {
    this.settling = new Settling(system);
  }

  /** The first rule that is broken in this state, or would be if everything stopped here. */
  async broken(state: GlobalState): Promise<string | undefined> {
    return this.brokenNow(state) ?? (await this.ifEverythingStops(state));
  }

  private brokenNow(state: GlobalState): string | undefined {
    return this.ofStore(state.store) ?? this.ofAnswers(state);
  }

  private ofStore(store: number): string | undefined {
    if (!this.byStore.has(store)) this.byStore.set(store, brokenRules(this.system.stores.valueOf(store))[0]);
    return this.byStore.get(store);
  }

  private ofAnswers(state: GlobalState): string | undefined {
    const { scenario, stores } = this.system;
    const outcomes = state.processes.map(({ node }) => node?.outcome);
    if (outcomes.every((outcome) => outcome === undefined)) return undefined;
    const [lie] = brokenAnswers(scenario, stores.valueOf(state.store), outcomes);
    if (lie !== undefined || !isOver(state) || !nothingWentWrong(this.system, state)) return lie;
    const lost = scenario.oneMustWin ? nobodyWon(scenario, outcomes)[0] : undefined;
    return lost ?? readTwice(stores.valueOf(state.store))[0];
  }

  private async ifEverythingStops(state: GlobalState): Promise<string | undefined> {
    const broken = await this.settling.broken(state);
    return broken === undefined ? undefined : `${broken} (everything stops here, only sweeps run)`;
  }
}

function nothingWentWrong(
  { scenario: { mishaps } }: System,
  { crashes, stalls, losses, repeats }: GlobalState,
): boolean {
  return (
    crashes === mishaps.crashes && stalls === mishaps.stalls && losses === mishaps.losses && repeats === mishaps.repeats
  );
}
