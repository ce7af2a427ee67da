import { Scenario } from '../explore/scenario';
import { BEST_SCENARIOS } from './best';
import { BLOCK_SCENARIOS } from './blocks';
import { BOOKING_SCENARIOS } from './bookings';
import { DOOR_SCENARIOS } from './doors';
import { HOLD_SCENARIOS } from './holds';
import { LIMIT_SCENARIOS } from './limits';
import { OUTBOX_SCENARIOS } from './outbox';
import { RETURN_SCENARIOS } from './returns';
import { SHOW_SCENARIOS } from './shows';
import { SWITCH_SCENARIOS } from './switches';

/** Every scenario, by the name that a schedule string begins with. */
export const SCENARIOS: readonly Scenario[] = [
  ...BOOKING_SCENARIOS,
  ...RETURN_SCENARIOS,
  ...LIMIT_SCENARIOS,
  ...HOLD_SCENARIOS,
  ...BEST_SCENARIOS,
  ...BLOCK_SCENARIOS,
  ...OUTBOX_SCENARIOS,
  ...SHOW_SCENARIOS,
  ...SWITCH_SCENARIOS,
  ...DOOR_SCENARIOS,
];

/** @throws Error for a name that no scenario has */
export function scenarioNamed(name: string): Scenario {
  const scenario = SCENARIOS.find((known) => known.name === name);
  if (scenario === undefined) throw new Error(`there is no scenario ${name}`);
  return scenario;
}
